import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifySealed } from '$lib/domain/publication/verify-sealed';
import {
	listSealedVersions,
	openingsOf,
	openSealed,
	readOpenedFile,
	readSealedVersion
} from '$lib/server/allocation/openings/service';
import { readRankingFile } from '$lib/server/allocation/rounds/read-public-files';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const REASON = 'ricorso numero 12 di Rossi';
const LATER = '2026-11-23T08:59:59.999Z';
const TOO_LATE = '2026-11-23T09:00:00.000Z';

let database: TestDatabase;
let officer: Actor, manager: Actor, auditor: Actor, colleague: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
	auditor = await anAccount(database, 'auditor', 'Rita Revisora');
	colleague = await anAccount(database, 'auditor');
});
afterAll(() => database.close());

/** A published version; sealed unless its rules have no sensitive ground. */
async function aVersion(rules?: ReturnType<typeof anOpenRuleSet>) {
	const applications = [{ pseudonym: 'A-1', choices: [1] }];
	const notice = await aClosedNotice(database, { applications, corrections: 0, ...(rules && { rules }) });
	return { ...notice, roundId: await publishNext(database, notice.noticeId, officer, manager) };
}
const open = (roundId: string, by = auditor, at = NOW) =>
	database.transact((trx) => openSealed(trx, { roundId, reason: REASON }, by, at));
const file = (roundId: string, name: string, by = auditor, at = NOW) =>
	readOpenedFile(database.db, roundId, name, by, at);

test('an auditor opens a sealed version with a reason, and recomputes it from the files', async () => {
	const { noticeId, roundId } = await aVersion();
	expect(await file(roundId, 'round.json')).toBeNull();
	expect(await open(roundId)).toEqual({ ok: true });
	const published = async (name: string) => (await readRankingFile(database.db, noticeId, 1, name))!.body;
	const found = verifySealed({
		round: (await file(roundId, 'round.json'))!,
		result: (await file(roundId, 'result.json'))!,
		secrets: (await file(roundId, 'secrets.json'))!,
		statement: await published('statement.txt'),
		publication: await published('publication.json')
	});
	expect(found.filter(({ finding }) => finding === 'different')).toEqual([]);
	expect(await file(roundId, 'statement.txt')).toBeNull();
});

test('only auditors open and read it, each for themselves, for 24 hours', async () => {
	const { roundId } = await aVersion();
	for (const by of [
		officer,
		manager,
		await anAccount(database, 'applicant'),
		await anAccount(database, 'administrator')
	]) {
		expect(await open(roundId, by)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await listSealedVersions(database.db, by)).toEqual([]);
	}
	await open(roundId);
	expect(await file(roundId, 'secrets.json', colleague)).toBeNull();
	expect(await file(roundId, 'secrets.json', officer)).toBeNull();
	expect(await file(roundId, 'secrets.json', auditor, LATER)).toContain('round-secrets/1');
	expect(await file(roundId, 'secrets.json', auditor, TOO_LATE)).toBeNull();
	expect((await readSealedVersion(database.db, roundId, auditor, LATER))!.until).toBe(TOO_LATE);
	expect((await readSealedVersion(database.db, roundId, auditor, TOO_LATE))!.until).toBeNull();
});

test('it is an act in the log; the office and the households see it, and only auditors the reason', async () => {
	const { noticeId, roundId } = await aVersion();
	await open(roundId);
	expect(await openingsOf(database.db, noticeId)).toEqual([
		{ id: expect.any(String) as string, version: 1, openedAt: NOW, who: 'Rita Revisora' }
	]);
	const [read] = (await readSealedVersion(database.db, roundId, colleague, NOW))!.openings;
	expect(read).toMatchObject({ who: 'Rita Revisora', reason: REASON });
	const entries = await database.db
		.selectFrom('audit_entries')
		.selectAll()
		.where('subject_id', '=', roundId)
		.where('event', '=', 'round_opened')
		.execute();
	expect(entries).toHaveLength(1);
	expect(entries[0]).toMatchObject({ actor_id: auditor.id, actor_role: 'auditor' });
	const rows = await database.db.selectFrom('round_openings').selectAll().where('round_id', '=', roundId).execute();
	expect(JSON.stringify([entries, rows])).not.toContain('Rossi');
});

test('a double click, or a second tab, opens it once', async () => {
	const { noticeId, roundId } = await aVersion();
	expect(await Promise.all([open(roundId), open(roundId)])).toEqual([{ ok: true }, { ok: true }]);
	expect(await open(roundId, auditor, LATER)).toEqual({ ok: true });
	expect(await openingsOf(database.db, noticeId)).toHaveLength(1);
	await open(roundId, auditor, TOO_LATE);
	await open(roundId, colleague);
	expect(await openingsOf(database.db, noticeId)).toHaveLength(3);
});

test('an open version, one that is not published, and one whose key is gone are not opened', async () => {
	const { roundId } = await aVersion(anOpenRuleSet());
	expect(await open(roundId)).toEqual({ ok: false, problem: 'unknown-round' });
	expect(await open('nothing')).toEqual({ ok: false, problem: 'unknown-round' });
	const sealed = await aVersion();
	await open(sealed.roundId);
	const { data_key_id: key } = await database.db
		.selectFrom('rounds')
		.select('data_key_id')
		.where('id', '=', sealed.roundId)
		.executeTakeFirstOrThrow();
	await database.db.updateTable('data_keys').set({ wrapped_key: null }).where('id', '=', key).execute();
	expect(await open(sealed.roundId, colleague)).toEqual({ ok: false, problem: 'erased' });
	expect(await file(sealed.roundId, 'round.json')).toBeNull();
	expect((await readSealedVersion(database.db, sealed.roundId, auditor, NOW))!.openings[0]!.reason).toBeNull();
});
