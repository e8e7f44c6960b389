import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRound } from '$lib/domain/allocation/reading/parse-round';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import type { Actor } from '$lib/server/platform/auth/actor';
import { isUniqueViolation } from '$lib/server/platform/db/first-wins';
import { newId } from '$lib/server/ids';
import { signingKeyFits } from '$lib/server/allocation/rounds/check-signing-key';
import { statementOf } from '$lib/server/allocation/rounds/kept-files';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { findRound, readPublicFile } from '$lib/server/allocation/rounds/repository';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { sha256, verifyText } from '$lib/server/allocation/rounds/signature';
import { workOutRound, type WorkedOut } from '$lib/server/allocation/rounds/work-out';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

let database: TestDatabase;
let officer: Actor;
let manager: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());

const both = [
	{ pseudonym: 'A-1', choices: [1, 2] },
	{
		pseudonym: 'A-2',
		choices: [1, 2],
		household: aHousehold({ home: { kind: 'none', netAreaDm2: null, eviction: 'none', unhealthy: false } })
	}
];

async function workedOut(noticeId: string): Promise<WorkedOut> {
	const out = await workOutRound(database.db, noticeId, NOW);
	if (!out.ok) throw new Error(out.problem);
	return out.worked;
}

async function prepared(by: Actor = officer): Promise<string> {
	const { noticeId } = await aClosedNotice(database, { applications: both });
	const worked = await workedOut(noticeId);
	const kept = await database.transact((trx) => prepareRound(trx, worked, by, NOW));
	if (!kept.ok) throw new Error(kept.problem);
	return kept.id;
}

describe('preparing', () => {
	test('more points first, by pseudonym, with a certificate of nobody passed over', async () => {
		const { noticeId, dwellingIds } = await aClosedNotice(database, { applications: both });
		const out = await workOutRound(database.db, noticeId, NOW);
		expect(out).toMatchObject({
			ok: true,
			result: {
				assignments: [
					{ application: 'A-1', dwelling: dwellingIds[1], place: 2 },
					{ application: 'A-2', dwelling: dwellingIds[0], place: 1 }
				],
				certificate: { blockingPairs: 0, wasted: 0 }
			}
		});
	});

	test('a home set aside for wheelchairs goes to the household that needs it, and the round is kept sealed', async () => {
		const { noticeId, dwellingIds } = await aClosedNotice(database, {
			dwellings: [{ setAside: ['wheelchair', 'reduced-mobility'] }],
			applications: [
				{ pseudonym: 'A-1', choices: [1], health: healthFacts('wheelchairIndoors') },
				{ ...both[1]!, choices: [1] }
			]
		});
		const out = await workOutRound(database.db, noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		expect(out.result.assignments).toMatchObject([
			{ application: 'A-1', dwelling: dwellingIds[0], through: 'setAside' }
		]);
		expect(out.worked.summary.setAside).toEqual({ dwellings: 1, used: 1 });
		const kept = await database.transact((trx) => prepareRound(trx, out.worked, officer, NOW));
		if (!kept.ok) throw new Error(kept.problem);
		const row = await database.db.selectFrom('rounds').selectAll().where('id', '=', kept.id).executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain('wheelchair');
		expect((await openedRound(database.db, kept.id))?.result).toEqual(JSON.parse(out.worked.result));
	});

	test.each([
		['before closing', { closesAt: '2026-11-22T22:59:59.999Z' }, ['closed', 'beacon-after-closing']],
		['at the last second', { closesAt: NOW }, ['closed', 'beacon-after-closing']],
		['without the public draw', { beacon: null }, ['beacon']],
		['without requests', { applications: [] }, ['applications']],
		['without dwellings', { dwellings: [] }, ['dwellings']]
	])('%s it is refused, and says what is missing', async (_when, notice, missing) => {
		const { noticeId } = await aClosedNotice(database, { applications: both, ...notice });
		const out = await workOutRound(database.db, noticeId, NOW);
		if (out.ok || out.problem !== 'preconditions') throw new Error('it was not refused');
		expect(out.preconditions.filter(({ met }) => !met).map(({ name }) => name)).toEqual(missing);
	});

	test('a request withdrawn meanwhile, or another version, stops it', async () => {
		const { noticeId } = await aClosedNotice(database, { applications: both });
		const worked = await workedOut(noticeId);
		await database.db.updateTable('applications').set({ ended_at: NOW }).where('pseudonym', '=', 'A-1').execute();
		const changed = { ok: false, problem: 'changed-meanwhile' };
		expect(await database.transact((trx) => prepareRound(trx, worked, officer, NOW))).toEqual(changed);
		const again = await workedOut(noticeId);
		expect(again.version).toBe(1);
		expect(await database.transact((trx) => prepareRound(trx, again, officer, NOW))).toMatchObject({ ok: true });
		// The second click of the same person finds it; anybody else is told who was first, and when.
		expect(await database.transact((trx) => prepareRound(trx, again, officer, NOW))).toMatchObject({ ok: true });
		expect(await database.transact((trx) => prepareRound(trx, again, manager, NOW))).toEqual({
			ok: false,
			problem: 'prepared-meanwhile',
			who: officer.name,
			at: NOW
		});
	});

	test('an applicant may not', async () => {
		const { noticeId } = await aClosedNotice(database, { applications: both });
		const worked = await workedOut(noticeId);
		const applicant = await anAccount(database, 'applicant');
		const refused = { ok: false, problem: 'not-allowed' };
		expect(await database.transact((trx) => prepareRound(trx, worked, applicant, NOW))).toEqual(refused);
	});
});

describe('two persons', () => {
	test('the person who prepared it does not approve it, manager or not; an officer never does', async () => {
		const id = await prepared(manager);
		const approve = (by: Actor) => database.transact((trx) => approveRound(trx, id, by, NOW));
		expect(await approve(manager)).toEqual({ ok: false, problem: 'same-person' });
		expect(await approve(officer)).toEqual({ ok: false, problem: 'not-allowed' });
		const second = await anAccount(database, 'manager');
		expect(await approve(second)).toEqual({ ok: true });
		expect(await approve(second)).toEqual({ ok: true });
		expect(await approve(await anAccount(database, 'manager'))).toMatchObject({
			problem: 'already-approved',
			who: second.name,
			at: NOW
		});
	});

	test('the database refuses the same person too', async () => {
		const id = await prepared(manager);
		const same = database.db.updateTable('rounds').set({ approved_by: manager.id }).where('id', '=', id).execute();
		await expect(same).rejects.toThrow(/rounds_two_persons|CHECK/i);
		await same.catch((error) => expect(isUniqueViolation(error)).toBe(false));
	});

	test('not published before it is approved; signed; the head of the audit log is printed', async () => {
		const id = await prepared();
		const publish = () => database.transact((trx) => publishRound(trx, id, officer, NOW));
		expect(await publish()).toEqual({ ok: false, problem: 'not-approved' });
		await database.transact((trx) => approveRound(trx, id, manager, NOW));
		expect(await publish()).toEqual({ ok: true });
		const round = (await findRound(database.db, id))!;
		const statement = await statementOf(database.db, round);
		expect(verifyText(statement, round.signature!)).toBe(true);
		expect(verifyText(statement.replace('final', 'corrected'), round.signature!)).toBe(false);
		expect(round.auditHead).toMatch(/^\d+:[0-9a-f]{64}$/);
	});

	test('the signing key is the one of the newest published version, or the portal does not start', async () => {
		const id = await prepared();
		await database.transact((trx) => approveRound(trx, id, manager, NOW));
		await database.transact((trx) => publishRound(trx, id, officer, NOW));
		expect(await signingKeyFits(database.db)).toBe(true);
		const signAs = async (signature: string) =>
			void (await database.db.updateTable('rounds').set({ signature }).where('id', '=', id).execute());
		const round = (await findRound(database.db, id))!;
		const statement = Buffer.from(await statementOf(database.db, round));
		await signAs(sign(null, statement, generateKeyPairSync('ed25519').privateKey).toString('hex'));
		expect(await signingKeyFits(database.db)).toBe(false);
		await signAs(round.signature!);
		expect(await signingKeyFits(database.db)).toBe(true);
	});

	test('a round that does not exist', async () => {
		const approved = await database.transact((trx) => approveRound(trx, newId(), manager, NOW));
		expect(approved).toEqual({ ok: false, problem: 'unknown-round' });
	});
});

test('without sensitive grounds anyone recomputes the published result from the published file, which holds no points and no categories', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: both, rules: anOpenRuleSet() });
	await publishNext(database, noticeId, officer, manager);
	const file = (await readPublicFile(database.db, noticeId, 1))!;
	const parsed = parseRound(new TextEncoder().encode(file.projection!));
	if (!parsed.ok) throw new Error('the published file is not readable');
	const bytes = new TextEncoder().encode(file.publicResult!);
	expect(verifyResult(parsed.round, sha256(file.projection!), bytes)).toEqual({ same: true });
	expect(file.projection).not.toMatch(/keys|categories|setAside/);
	expect(file.publicResult).not.toMatch(/setAside/);
});
