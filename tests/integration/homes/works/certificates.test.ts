import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateState } from '$lib/domain/programme/certificate';
import { changeDwelling, dwellingToEdit } from '$lib/server/homes/dwellings/edit-service';
import { checkUpload, checkStaged, importStaged, stageImport } from '$lib/server/homes/imports/service';
import { recordMilestone } from '$lib/server/homes/dwellings/milestone-service';
import { allDwellings } from '$lib/server/homes/dwellings/reading-service';
import { openData } from '$lib/server/homes/dwellings/open-data';
import {
	confirmCertificate,
	keepCertificate,
	proposeCertificate,
	proposeVoid,
	refuseCertificate,
	voidCertificate,
	waitingFor
} from '$lib/server/homes/works/service';
import { newId } from '$lib/server/ids';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import type { Actor } from '$lib/server/platform/auth/actor';
import { programmeOverview } from '$lib/server/programme/operations/service';
import { aBuilding, aDwelling, anActor, anOperation, anOwner, theTarget } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-06-01T10:00:00.000Z';
const done = ['identified', 'works_planned', 'works_started', 'works_done'] as const;
const proposal = { number: 'CRE 12/2026', on: '2026-05-30', signedBy: 'ing. A. Villa', reason: null };

let test: TestDatabase;
let officer: Actor;
let manager: Actor;
let owner: string;
let operation: string;
let building: string;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer', 'Carla Neri');
	manager = await anActor(test.db, 'manager', 'Ugo Riva');
	owner = await anOwner(test.db);
	operation = await anOperation(test.db);
	building = await aBuilding(test.db);
	await theTarget(test.db);
});
afterEach(() => test.close());

const home = (values: object = {}, events: Parameters<typeof aDwelling>[2] = done) =>
	aDwelling(
		test.db,
		{ building_id: building, owner_id: owner, operation_id: operation, net_area_dm2: 6_200, ...values },
		events
	);
const propose = (dwellingId: string, by = officer, changes: object = {}, id = newId()) =>
	test.transact((trx) => proposeCertificate(trx, { ...proposal, ...changes, id, dwellingId }, by, now));
const confirm = (id: string, by = manager) => test.transact((trx) => confirmCertificate(trx, id, by, now));
const askVoid = (id: string, by = officer, reason = 'Superficie sbagliata') =>
	test.transact((trx) => proposeVoid(trx, { id, reason }, by, now));
const proofs = async () => (await programmeOverview(test.db, now)).proofs;
const certificateOf = async (dwellingId: string) => {
	const proposed = await propose(dwellingId);
	if (!proposed.ok) throw new Error(proposed.problem);
	return proposed.certificate.id;
};
const confirmed = async (dwellingId: string) => {
	const id = await certificateOf(dwellingId);
	expect((await confirm(id)).ok).toBe(true);
	return id;
};
const edit = async (id: string, change: object, by = officer) => {
	const { facts, version } = (await dwellingToEdit(test.db, id, noticePromises))!;
	return test.transact((trx) => changeDwelling(trx, { ...facts, ...change, version }, noticePromises, by, now));
};
const upload = async (text: string, by = officer) => {
	const checked = await checkUpload(
		test.db,
		{ name: 'f.csv', bytes: new TextEncoder().encode(text) },
		noticePromises,
		now
	);
	const staged = await test.transact((trx) => stageImport(trx, checked, by, now));
	if (!staged.ok) throw new Error(staged.problem);
	const ready = await checkStaged(test.db, staged.id, by, now);
	const errors = checked.report.errors.map(({ column, problem }) => `${column}: ${problem}`);
	if (!ready.ok) return errors;
	await test.transact((trx) => importStaged(trx, staged.id, ready.file, noticePromises, by, now));
	return errors;
};

describe('a certificate', () => {
	it('counts once another person confirms it, and the log holds document and signer', async () => {
		const id = await certificateOf(await home());
		expect(await proofs()).toEqual({ certified: 0, declared: 0, demo: 0 });
		expect((await waitingFor(test.db, manager)).map(({ mine }) => mine)).toEqual([false]);
		expect((await waitingFor(test.db, officer)).map(({ mine }) => mine)).toEqual([true]);
		expect(await confirm(id, officer)).toMatchObject({ problem: 'same-person' });
		expect((await confirm(id)).ok).toBe(true);
		expect(await proofs()).toMatchObject({ certified: 1 });
		const entries = await test.db.selectFrom('audit_entries').selectAll().orderBy('seq').execute();
		expect(entries.map(({ event }) => event)).toEqual(['certificate_proposed', 'certificate_confirmed']);
		for (const { detail } of entries) {
			expect(detail).toContain('CRE 12/2026');
			expect(detail).toContain('ing. A. Villa');
		}
	});

	it('is one, however often and from how many tabs it is sent', async () => {
		const dwelling = await home();
		const id = newId();
		const sent = await Promise.all([propose(dwelling, officer, {}, id), propose(dwelling, officer, {}, id)]);
		expect(sent.every(({ ok }) => ok)).toBe(true);
		expect(await propose(dwelling, manager)).toMatchObject({ problem: 'already-certified', first: { id } });
		const answers = await Promise.all([confirm(id), confirm(id)]);
		expect(answers.every(({ ok }) => ok)).toBe(true);
		expect(await proofs()).toMatchObject({ certified: 1 });
		expect(await confirm(id, await anActor(test.db, 'officer', 'Lia Sala'))).toMatchObject({
			problem: 'not-waiting',
			first: { confirmed: { name: 'Ugo Riva' } }
		});
	});

	it('two proposals at once leave one', async () => {
		const dwelling = await home();
		expect((await Promise.all([propose(dwelling), propose(dwelling, manager)])).filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('is refused for a private landlord’s flat', async () => {
		const dwelling = await home();
		const landlord = await anActor(test.db, 'landlord');
		const listing = { id: newId(), account_id: landlord.id, dwelling_id: dwelling, answers: '{}', revision: 1 };
		await test.db
			.insertInto('listings')
			.values({ ...listing, synthetic: 0, created_at: now, updated_at: now })
			.execute();
		expect(await propose(dwelling)).toMatchObject({ problem: 'private-home' });
	});

	it('is refused without its facts, and to whoever may not', async () => {
		expect(await propose(await home({ operation_id: null }))).toMatchObject({ problem: 'line-missing' });
		expect(await propose(await home({ net_area_dm2: null }))).toMatchObject({ problem: 'area-missing' });
		expect(await propose(await home({}, ['identified']))).toMatchObject({ problem: 'works-not-done' });
		expect(await propose(await home(), officer, { number: '' })).toMatchObject({ problem: 'number-missing' });
		expect(await propose(newId())).toMatchObject({ problem: 'dwelling-unknown' });
		expect(await propose(await home(), await anActor(test.db, 'programme'))).toMatchObject({ problem: 'not-allowed' });
	});

	it('a proposal is taken back or refused with a reason, and another may follow', async () => {
		const dwelling = await home();
		const id = await certificateOf(dwelling);
		const refuse = (reason: string) => test.transact((trx) => refuseCertificate(trx, { id, reason }, manager, now));
		expect(await refuse('')).toMatchObject({ problem: 'reason-missing' });
		expect((await refuse('Numero sbagliato')).ok).toBe(true);
		expect(await confirm(id)).toMatchObject({ problem: 'not-waiting' });
		await confirmed(dwelling);
		expect(await proofs()).toMatchObject({ certified: 1 });
	});

	it('a correction voids it and issues anew, and two persons sign both', async () => {
		const dwelling = await home();
		const id = await confirmed(dwelling);
		expect(await askVoid(id, officer, '')).toMatchObject({ problem: 'reason-missing' });
		expect((await askVoid(id)).ok).toBe(true);
		expect(await proofs()).toMatchObject({ certified: 1 });
		expect(await test.transact((trx) => voidCertificate(trx, id, officer, now))).toMatchObject({
			problem: 'same-person'
		});
		const voided = await test.transact((trx) => voidCertificate(trx, id, manager, now));
		expect(voided.ok && certificateState(voided.certificate)).toBe('voided');
		expect(await proofs()).toMatchObject({ certified: 0 });
		expect((await edit(dwelling, { netAreaDm2: 6_100 })).ok).toBe(true);
		await confirmed(dwelling);
		expect(await proofs()).toMatchObject({ certified: 1 });
	});

	it('is not confirmed when operation or area changed under it', async () => {
		const dwelling = await home();
		const id = await certificateOf(dwelling);
		await test.db.updateTable('dwellings').set({ net_area_dm2: 9_900 }).where('id', '=', dwelling).execute();
		expect(await confirm(id)).toMatchObject({ problem: 'dwelling-changed' });
	});

	it('a wrong wish to void it is dropped', async () => {
		const id = await confirmed(await home());
		await askVoid(id);
		expect((await test.transact((trx) => keepCertificate(trx, id, manager, now))).ok).toBe(true);
		expect(await test.transact((trx) => voidCertificate(trx, id, manager, now))).toMatchObject({
			problem: 'not-waiting'
		});
		expect(await proofs()).toMatchObject({ certified: 1 });
	});

	it('of an account of the demo, or of an invented home, is never a real one', async () => {
		await confirmed(await home({ synthetic: 1 }));
		const id = await certificateOf(await home());
		await confirm(id, { ...manager, demo: true });
		expect(await proofs()).toEqual({ certified: 0, declared: 0, demo: 2 });
	});

	it('open data tells the three apart', async () => {
		await confirmed(await home({ code: 'A' }));
		await home({ code: 'B', net_area_dm2: null }, ['declared', 'let_before_portal']);
		await confirmed(await home({ code: 'C', synthetic: 1 }));
		await home({ code: 'D' });
		const rows = [...openData(await allDwellings(test.db, { programme: true }, now))];
		expect(rows.map(({ codice, ripristino, certificato }) => [codice, ripristino, certificato])).toEqual([
			['A', 'certificato', 'CRE 12/2026'],
			['B', 'dichiarato', null],
			['C', 'dimostrazione', 'CRE 12/2026'],
			['D', null, null]
		]);
	});
});

describe('no way for one person to move the 145', () => {
	/** Every act of the register and of the works, as one person tries it on every home there is. */
	const roads: readonly (readonly [string, (home: string, code: string, certificate: string) => Promise<unknown>])[] = [
		['propose a certificate', (id) => propose(id)],
		['propose it again', (id) => propose(id, officer, { number: 'X' })],
		[
			'confirm the own proposal',
			async (id) => {
				const made = await propose(id);
				return made.ok && confirm(made.certificate.id, officer);
			}
		],
		['confirm the standing certificate', (_, __, certificate) => confirm(certificate, officer)],
		[
			'ask to void and void',
			async (_, __, certificate) => {
				await askVoid(certificate);
				return test.transact((trx) => voidCertificate(trx, certificate, officer, now));
			}
		],
		[
			'refuse a confirmed certificate',
			(_, __, id) => test.transact((trx) => refuseCertificate(trx, { id, reason: 'no' }, officer, now))
		],
		...(['works_planned', 'works_started', 'works_done', 'let_before_portal', 'withdrawn'] as const).map(
			(event) =>
				[
					`record ${event}`,
					(dwellingId: string) =>
						test.transact((trx) =>
							recordMilestone(trx, { event, on: '2026-05-31', document: 'x', dwellingId }, noticePromises, officer, now)
						)
				] as const
		),
		['take the operation away', (id) => edit(id, { operationId: null })],
		['give the operation', (id) => edit(id, { operationId: 'disabilita' })],
		['give another operation', (id) => edit(id, { operationId: 'altra' })],
		['change the area', (id) => edit(id, { netAreaDm2: 1_000 })],
		['import another operation', (_, code) => upload(row(code, 'altra', '62'))],
		['import no operation but works', (_, code) => upload(row(code, '', '62'))],
		['import another area', (_, code) => upload(row(code, 'disabilita', '10'))]
	];
	const row = (code: string, operazione: string, area: string) =>
		[
			'codice_edificio;comune;codice_alloggio;proprieta;erp;operazione;superficie_netta_m2;lavori_finiti_il',
			`${buildingCode};Milano;${code};Comune di Milano;no;${operazione};${area};30/05/2026`
		].join('\n');
	let buildingCode: string;

	it.each(roads)('%s', async (_, road) => {
		await anOperation(test.db, 'altra', 'Altra operazione');
		const known = await test.db
			.selectFrom('buildings')
			.select('code')
			.where('id', '=', building)
			.executeTakeFirstOrThrow();
		buildingCode = known.code;
		const homes = [
			await home({ code: 'CERTIFIED' }),
			await home({ code: 'DONE' }),
			await home({ code: 'OUTSIDE', operation_id: null }),
			await home({ code: 'DECLARED', net_area_dm2: null }, ['declared', 'let_before_portal']),
			await home({ code: 'NEW', operation_id: null }, [])
		];
		const certificate = await confirmed(homes[0]!);
		const before = await programmeOverview(test.db, now);
		expect(before.proofs).toEqual({ certified: 1, declared: 1, demo: 0 });
		for (const id of homes) {
			const { code } = await test.db
				.selectFrom('dwellings')
				.select('code')
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			await road(id, code, certificate);
		}
		await road(newId(), 'BRAND-NEW', certificate).catch(() => null);
		expect((await programmeOverview(test.db, now)).proofs).toEqual(before.proofs);
	});

	it('a file that changes what a certificate attests is told cell by cell', async () => {
		await anOperation(test.db, 'altra', 'Altra operazione');
		buildingCode = (await test.db.selectFrom('buildings').select('code').executeTakeFirstOrThrow()).code;
		await confirmed(await home({ code: 'CERTIFIED' }));
		expect(await upload(row('CERTIFIED', 'altra', '10'))).toEqual([
			'operazione: cell-certified',
			'superficie_netta_m2: cell-certified'
		]);
		expect(await upload(row('CERTIFIED', 'disabilita', '62'))).toEqual([]);
	});
});
