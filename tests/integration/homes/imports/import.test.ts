import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { dwellingFile, listDwellings } from '$lib/server/homes/dwellings/reading-service';
import {
	checkAgain,
	checkStaged,
	checkUpload,
	importReport,
	importStaged,
	stageImport,
	type CheckedUpload
} from '$lib/server/homes/imports/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { anActor, anOperation, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-06-01T10:00:00.000Z';
const later = '2026-06-03T10:00:00.000Z';
const titles =
	'codice_edificio;comune;via;codice_alloggio;proprieta;erp;operazione;superficie_netta_m2;lavori_iniziati_il';
const lines = [
	titles,
	'E-1;Milano;via Padova;A-1;Comune di Milano;no;disabilita;62,50;10/03/2026',
	'E-1;Milano;via Padova;A-2;Comune di Milano;sì;;45;',
	'E-2;Milano;;A-3;Comune di Milano;no;MI4.1.1.d;;'
];

let test: TestDatabase;
let officer: Actor;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer');
	await anOwner(test.db);
	await anOperation(test.db);
});
afterEach(() => test.close());

async function upload(text: string, by = officer, at = now): Promise<string> {
	const checked = await checkUpload(test.db, { name: 'case.csv', bytes: Buffer.from(text) }, noticePromises, at);
	const staged = await test.transact((trx) => stageImport(trx, checked, by, at));
	if (!staged.ok) throw new Error(staged.problem);
	return staged.id;
}
async function confirm(id: string, by = officer, at = now) {
	const ready = await checkStaged(test.db, id, by, at);
	return ready.ok ? test.transact((trx) => importStaged(trx, id, ready.file, noticePromises, by, at)) : ready;
}
const all = () => listDwellings(test.db, {}, { page: 1, size: 100 }, now);
const counts = async (id: string) => (await importReport(test.db, id, officer, now))?.report.counts;

describe('importing a file', () => {
	it('writes nothing until it is confirmed, then everything', async () => {
		const id = await upload(lines.join('\n'));
		expect((await all()).total).toBe(0);
		expect(await confirm(id)).toEqual({ ok: true });
		const { rows } = await all();
		expect(rows.map(({ code, state, erp, netAreaDm2 }) => [code, state, erp, netAreaDm2])).toEqual([
			['A-1', 'in_works', false, 6_250],
			['A-2', 'identified', true, 4_500],
			['A-3', 'identified', false, null]
		]);
		expect(rows[0]?.building).toMatchObject({ code: 'E-1', street: 'via Padova' });
		expect(rows[0]?.building.id).toBe(rows[1]?.building.id);
		expect(rows[0]?.history.milestones.map(({ event }) => event)).toEqual(['identified', 'works_started']);
		expect(rows[1]?.history.milestones).toEqual([]);
		const events = await test.db.selectFrom('audit_entries').select('event').orderBy('seq').execute();
		expect(events.map(({ event }) => event)).toEqual(['import_checked', 'dwellings_imported']);
	});

	it('can be continued milestone by milestone', async () => {
		await confirm(await upload(lines.join('\n')));
		const { rows } = await all();
		expect((await dwellingFile(test.db, rows[0]!.id, now))?.next).toEqual([
			'works_done',
			'works_suspended',
			'withdrawn'
		]);
	});

	it('changes nothing the second time, and says so', async () => {
		await confirm(await upload(lines.join('\n')));
		const again = await upload(lines.join('\n'));
		const unchanged = { newBuildings: 0, changedBuildings: 0, newDwellings: 0, changedDwellings: 0 };
		expect(await counts(again)).toEqual({ ...unchanged, unchangedDwellings: 3 });
		await confirm(again);
		expect((await all()).total).toBe(3);
	});

	it('updates what the file gives and keeps what it leaves empty', async () => {
		await confirm(await upload(lines.join('\n')));
		const changed = [
			titles,
			'E-1;Milano;via Monza;A-1;Comune di Milano;no;;63,00;',
			lines[2]!.replace('Padova', 'Monza')
		];
		const id = await upload(changed.join('\n'));
		expect(await counts(id)).toEqual({
			newBuildings: 0,
			changedBuildings: 1,
			newDwellings: 0,
			changedDwellings: 1,
			unchangedDwellings: 1
		});
		await confirm(id);
		const found = await listDwellings(test.db, { text: 'monza' }, { page: 1, size: 10 }, now);
		expect(found.rows).toMatchObject([
			{ code: 'A-1', netAreaDm2: 6_300, operation: { id: 'disabilita' } },
			{ code: 'A-2' }
		]);
	});

	it('imports nothing of a file with one wrong cell', async () => {
		const id = await upload([...lines, 'E-2;Milano;;A-4;Comune di Milano;forse;;;'].join('\n'));
		expect((await importReport(test.db, id, officer, now))?.report.errors).toMatchObject([{ row: 5, column: 'erp' }]);
		expect(await confirm(id)).toEqual({ ok: false, problem: 'import-with-errors' });
		expect((await all()).total).toBe(0);
	});

	it('finds the first on a second click, one after the other or at once', async () => {
		const id = await upload(lines.join('\n'));
		expect(await Promise.all([confirm(id), confirm(id)])).toEqual([{ ok: true }, { ok: true }]);
		expect(await confirm(id)).toEqual({ ok: true });
		expect((await all()).total).toBe(3);
	});

	it('lets two officers import the same new dwellings at once: the second finds them there', async () => {
		const other = await anActor(test.db, 'manager');
		const ids = [await upload(lines.join('\n')), await upload(lines.join('\n'), other)];
		expect(await Promise.all([confirm(ids[0]!), confirm(ids[1]!, other)])).toEqual([{ ok: true }, { ok: true }]);
		expect((await all()).total).toBe(3);
	});

	it('is its author’s alone, for a day', async () => {
		const id = await upload(lines.join('\n'));
		const other = await anActor(test.db, 'officer');
		expect(await importReport(test.db, id, other, now)).toBeUndefined();
		expect(await confirm(id, other)).toEqual({ ok: false, problem: 'import-unknown' });
		expect(await confirm(id, officer, later)).toEqual({ ok: false, problem: 'import-unknown' });
		await upload(lines.join('\n'), officer, later);
		expect(await test.db.selectFrom('imports').select('id').execute()).toHaveLength(1);
		await expect(upload(lines.join('\n'), await anActor(test.db, 'auditor'))).rejects.toThrow('not-allowed');
	});

	it('is refused when the register it was checked against changed before it was written', async () => {
		const id = await upload(lines.join('\n'));
		const ready = await checkStaged(test.db, id, officer, now);
		if (!ready.ok) throw new Error(ready.problem);
		await test.db.updateTable('organisations').set({ name: 'Comune di Rho' }).execute();
		const written = await test.transact((trx) => importStaged(trx, id, ready.file, noticePromises, officer, now));
		expect(written).toEqual({ ok: false, problem: 'import-outdated' });
		expect((await all()).total).toBe(0);
	});

	it('leaves nothing behind when a batch fails half-way', async () => {
		const rows = Array.from({ length: 900 }, (_, n) => `E-${n};Milano;via Padova;A-${n};Comune di Milano;no;;45;`);
		const id = await upload([titles, ...rows].join('\n'));
		const ready = await checkStaged(test.db, id, officer, now);
		if (!ready.ok || !ready.file) throw new Error('it was not ready');
		const { checked } = ready.file;
		const broken = { ...ready.file, checked: { ...checked, rows: [checked.rows[0]!, '[{"code":"A-900"}]'] } };
		await expect(test.transact((trx) => importStaged(trx, id, broken, noticePromises, officer, now))).rejects.toThrow();
		expect((await all()).total).toBe(0);
		expect(await test.db.selectFrom('buildings').select('id').execute()).toEqual([]);
		expect(await confirm(id)).toEqual({ ok: true });
		expect((await all()).total).toBe(900);
	});

	it('takes 5,000 rows at once', async () => {
		const many = Array.from(
			{ length: 5_000 },
			(_, index) => `E-${index >> 3};Milano;via Padova;A-${index};Comune di Milano;no;;45;`
		);
		await confirm(await upload([titles, ...many].join('\n')));
		expect((await all()).total).toBe(5_000);
	});
});

describe('before it is confirmed, a file warns about', () => {
	const file = (name: string) => readFileSync(`tests/support/data/imports/${name}.csv`, 'utf8');
	const warningsOf = async (id: string) =>
		(await importReport(test.db, id, officer, now))!.report.warnings.map(({ kind, row, value, other, otherRow }) => [
			kind,
			row,
			value,
			other,
			otherRow
		]);

	it('buildings and homes of the register under a code with other zeros', async () => {
		await confirm(await upload(file('leading-zero-1')));
		const again = await upload(file('leading-zero-2'));
		expect(await warningsOf(again)).toEqual([
			['like-code', 2, '101', '0101', null],
			['like-code', 2, '101-1', '0101-1', null]
		]);
		expect(await confirm(again)).toEqual({ ok: true });
		expect((await all()).total).toBe(2);
	});

	it('the same home under another code, in the register and in the file', async () => {
		const id = await upload(file('same-flat-other-code'));
		expect(await warningsOf(id)).toEqual([
			['same-address', 3, 'ALTRO-1', 'ZZ-1', 2],
			['same-flat', 3, 'ALTRO-1-01', 'ZZ-1-01', 2]
		]);
		await confirm(id);
		const other = file('leading-zero-1').replace('0101;via Prova;3', 'zz.1b;V. Prova;03');
		expect(await warningsOf(await upload(other))).toEqual([
			['same-address', 2, 'zz.1b', 'ZZ-1', null],
			['same-flat', 2, '0101-1', 'ZZ-1-01', null]
		]);
	});

	it('a flat that can hardly be: above the roof, with rooms too small, its net area above the gross one', async () => {
		const id = await upload(file('impossible-flat'));
		const { report } = (await importReport(test.db, id, officer, now))!;
		const rules = report.warnings.map((one) => (one.kind === 'doubtful' ? one.doubt?.rule : one.kind));
		expect(rules.map(String).toSorted()).toEqual(['floor-above-roof', 'net-above-gross']);
		expect(report.errorCount).toBe(0);
		const small = await upload(file('impossible-flat').replace(';59;3;90;60;', ';1;30;28;40;'));
		expect((await importReport(test.db, small, officer, now))!.report.warnings).toMatchObject([
			{ kind: 'doubtful', doubt: { rule: 'rooms-high', values: { value: 30 } } },
			{ kind: 'doubtful', doubt: { rule: 'rooms-too-small', values: { rooms: 30, area: 28_00 } } }
		]);
		expect(await confirm(id)).toEqual({ ok: true });
	});

	it('nothing where the register has the same codes', async () => {
		await confirm(await upload(lines.join('\n')));
		expect(await warningsOf(await upload(lines.join('\n')))).toEqual([]);
	});
});

it('a file is read again in the encoding and the language that a person chooses', async () => {
	const name = 'tests/support/data/imports/old-code-page-cp850.csv';
	const bytes = Buffer.from(readFileSync(name, 'latin1').replace('480,00', '"1,250"'), 'latin1');
	const staged = async (checked: CheckedUpload) => {
		const kept = await test.transact((trx) => stageImport(trx, checked, officer, now));
		return kept.ok ? kept.id : '';
	};
	const first = await staged(await checkUpload(test.db, { name, bytes }, noticePromises, now));
	expect((await importReport(test.db, first, officer, now))?.report).toMatchObject({
		errorCount: 1,
		letters: { odd: 1 }
	});
	expect(await confirm(first)).toEqual({ ok: false, problem: 'import-with-errors' });
	const chosen = { encoding: 'cp850', language: 'en' } as const;
	const again = await checkAgain(test.db, first, chosen, noticePromises, officer, now);
	if (!again.ok) throw new Error(again.problem);
	const second = await staged(again.upload);
	expect(await confirm(second)).toEqual({ ok: true });
	expect((await all()).rows).toMatchObject([{ rentCents: 1250_00, building: { street: 'via Nicolò' } }]);
	const auditor = await anActor(test.db, 'auditor');
	expect(await checkAgain(test.db, first, chosen, noticePromises, auditor, now)).toEqual({
		ok: false,
		problem: 'not-allowed'
	});
	const other = await anActor(test.db, 'officer');
	expect(await checkAgain(test.db, first, chosen, noticePromises, other, now)).toMatchObject({ ok: false });
});
