import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownRound } from '$lib/domain/allocation/own-files';
import type { Change, ChangeOutcome } from '$lib/domain/changes/change';
import { obstaclesFor } from '$lib/server/allocation/gate/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { newId } from '$lib/server/ids';
import { demandVerification } from '$lib/server/notices/notices/demand-service';
import { myMessage, newestMessagesOf } from '$lib/server/people/messages/reading-service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { findApplication } from '$lib/server/requests/applications/repository';
import { decideChange, readChangesOf, readOwnChanges } from '$lib/server/requests/changes/decide-service';
import { recordChange, tellOwnChange } from '$lib/server/requests/changes/tell-service';
import { eraseOf, exportOf } from '$lib/server/requests/rights/service';
import { correctFact } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, aMember } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const AFTER = '2026-12-07T23:00:00.000Z';
const WORDS = 'È nata Anna, allego il certificato.';
const REASONS = 'Il Comune conferma l’atto di nascita.';
const birth: Change = { kind: 'birth', on: '2026-11-10', relation: 'child' };
const certificate: Change = {
	...{ kind: 'disability', on: '2026-11-10', member: 'm2', percent: 100 },
	...{ serious: true, attendanceAllowance: true }
};

let database: TestDatabase;
let second: AppDatabase;
let officer: Actor, manager: Actor, colleague: Actor, nadia: Actor, stranger: Actor;
let noticeId: string, requestId: string, dwellingId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	second = createDatabase(database.url);
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Paolo Neri');
	manager = await anAccount(database, 'manager');
	stranger = await anAccount(database, 'applicant');
});
afterAll(async () => {
	await second.close();
	await database.close();
});
const couple = [aMember({ id: 'm1' }), aMember({ id: 'm2', relation: 'spouse' })];
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const household = aHousehold({ members: couple, worksInLombardy: false });
	const applications = [
		{ pseudonym: 'A-1', choices: [1], account: nadia, household },
		{ pseudonym: 'A-2', choices: [1], household }
	];
	// 50 m2 suit two people and three, and no more.
	const dwellings = [{ row: { net_area_dm2: 5000 } }];
	const made = await aClosedNotice(database, { applications, dwellings, corrections: 15 });
	({ noticeId } = made);
	dwellingId = made.dwellingIds[0]!;
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await query.where('pseudonym', '=', 'A-1').executeTakeFirstOrThrow()).id;
});

type Given = { id?: string; change?: Change; by?: Actor; now?: string; documents?: string[] };
function tell({ id = newId(), change = birth, by = nadia, now = NOW, documents = [] }: Given = {}) {
	return database.transact((trx) => tellOwnChange(trx, { id, requestId, change, text: WORDS, documents }, by, now));
}
const told = { channel: 'desk', on: '2026-11-20', evidence: 'Verbale 12' } as const;
function recorded({ id = newId(), change = birth, by = officer }: Given = {}, how: Partial<{ on: string }> = {}) {
	const input = { id, requestId, change, text: WORDS, documents: [], told: { ...told, ...how } };
	return database.transact((trx) => recordChange(trx, input, by, NOW));
}
async function opened(by: Actor, now = NOW) {
	const request = (await findApplication(database.db, requestId))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', by, now));
}
type Decision = { outcome?: ChangeOutcome; by?: Actor; successor?: string | null; now?: string };
function decide(id: string, { outcome = 'accepted', by = officer, successor = null, now = NOW }: Decision = {}) {
	const input = { requestId, id, outcome, text: REASONS, successor };
	return database.transact((trx) => decideChange(trx, input, by, now));
}
/** A change that the household told and the office accepted. */
async function accepted(change: Change, successor: string | null = null) {
	const id = newId();
	expect(await tell({ id, change })).toEqual({ ok: true });
	await opened(officer);
	expect(await decide(id, { successor })).toEqual({ ok: true });
}
const own = async () => (await readOwnChanges(database.db, requestId, nadia))!;
const because = async () =>
	(await obstaclesFor(database.db, noticeId, { applicationId: requestId, dwellingId })).map((one) => one.because);
async function written() {
	const [newest] = await newestMessagesOf(database.db, nadia.id);
	return (await myMessage(database.db, newest!.id, nadia))!.text;
}
/** The points of the first key of each request, by pseudonym. */
async function keysOf(now = NOW) {
	const out = await workOutRound(database.db, noticeId, now);
	if (!out.ok) throw new Error(out.problem);
	return ownRound(out.worked.input).applications.map((one) => Object.values(one.keys!)[0]![0]);
}

describe('a household tells of a change', () => {
	test('of its own request, after the notice closed, until the request ends', async () => {
		expect(await tell({ by: stranger })).toEqual({ ok: false, problem: 'not-found' });
		expect(await tell({ by: officer })).toEqual({ ok: false, problem: 'not-found' });
		expect(await tell({ now: '2026-11-21T10:00:00.000Z' })).toEqual({ ok: false, problem: 'notice-open' });
		expect(await tell({ change: { ...birth, on: '2026-10-31' } })).toEqual({ ok: false, problem: 'before-sending' });
		expect(await tell({ change: { kind: 'death', on: '2026-11-10', member: 'm7' } })).toMatchObject({ ok: false });
		expect(await tell({ documents: [newId()] })).toEqual({ ok: false, problem: 'unknown-document' });
		expect((await own()).changes).toEqual([]);
		expect(await tell()).toEqual({ ok: true });
		expect((await own()).changes).toMatchObject([{ change: birth, text: WORDS, channel: null, decided: null }]);
		expect(await readOwnChanges(database.db, requestId, stranger)).toBeNull();
		await database.db.updateTable('applications').set({ ended_at: NOW }).where('id', '=', requestId).execute();
		expect(await tell()).toEqual({ ok: false, problem: 'already-ended' });
	});

	test('once, however often it clicks', async () => {
		const input = { id: newId(), requestId, change: birth, text: WORDS, documents: [] };
		const clicks = Array.from({ length: 10 }, (_, index) =>
			(index % 2 === 0 ? database : second).transact((trx) => tellOwnChange(trx, input, nadia, NOW))
		);
		expect(await Promise.all(clicks)).toEqual(clicks.map(() => ({ ok: true })));
		expect((await own()).changes).toHaveLength(1);
	});

	test('in sealed words, which also the kind is', async () => {
		await accepted(certificate);
		const rows = await database.db.selectFrom('household_changes').selectAll().execute();
		const here = JSON.stringify(rows.filter((row) => row.application_id === requestId));
		for (const plain of [WORDS, REASONS, 'disability', 'allowance']) expect(here).not.toContain(plain);
	});
});

describe('an officer records a change', () => {
	test('with the day and the channel, after opening the file, and the household is told', async () => {
		expect(await recorded({ by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await recorded()).toEqual({ ok: false, problem: 'not-opened' });
		await opened(officer);
		expect(await recorded({}, { on: '2026-11-09' })).toEqual({ ok: false, problem: 'day' });
		expect(await recorded({}, { on: '2026-11-23' })).toEqual({ ok: false, problem: 'day' });
		expect(await recorded()).toEqual({ ok: true });
		expect((await own()).changes).toMatchObject([{ channel: 'desk', toldOn: '2026-11-20', evidence: 'Verbale 12' }]);
		expect(await written()).toContain('abbiamo registrato un cambiamento');
	});
});

describe('the office decides', () => {
	test('after opening the file, once, with reasons that the household reads', async () => {
		const id = newId();
		await tell({ id });
		expect(await decide(id, { by: stranger })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await decide(id)).toEqual({ ok: false, problem: 'not-opened' });
		expect(await readChangesOf(database.db, requestId, officer, NOW)).toBe('closed');
		for (const by of [officer, colleague]) await opened(by);
		expect(await decide(id, { outcome: 'refused' })).toEqual({ ok: true });
		expect(await decide(id, { outcome: 'refused' })).toEqual({ ok: true });
		expect(await decide(id, { by: colleague })).toEqual({
			...{ ok: false, problem: 'decided-already' },
			...{ who: 'Franca Riva', at: NOW }
		});
		expect(await written()).toContain('non è accolto');
		expect((await own()).changes[0]!.decided).toMatchObject({ outcome: 'refused', text: REASONS });
		expect((await own()).members).toHaveLength(2);
	});

	test('and what waits stands on the list of work', async () => {
		const waiting = async () =>
			JSON.stringify((await readWorkList(database.db, officer, NOW, { queue: 'decide-change', page: 1 })).queue);
		const id = newId();
		await tell({ id });
		expect(await waiting()).toContain(requestId);
		await opened(officer);
		await decide(id);
		expect(await waiting()).not.toContain(requestId);
	});

	test('who takes the place of an applicant who died: an adult of the household', async () => {
		const death: Change = { kind: 'death', on: '2026-11-12', member: 'm1' };
		await accepted(birth);
		const id = newId();
		await tell({ id, change: death });
		for (const successor of ['m3', 'm1', 'm9'])
			expect(await decide(id, { successor })).toEqual({ ok: false, problem: 'successor' });
		expect(await decide(id, { successor: 'm2', outcome: 'refused' })).toEqual({ ok: false, problem: 'successor' });
		expect(await decide(id)).toEqual({ ok: true });
		expect(await because()).toEqual(['without-applicant']);
		await accepted(death, 'm2');
		expect((await own()).members).toMatchObject([{ id: 'm2', relation: 'applicant' }, { id: 'm3' }]);
		expect(await because()).toEqual([]);
	});
});

describe('the gate', () => {
	test('is closed while a change waits, and where the home no longer fits the people', async () => {
		expect(await because()).toEqual([]);
		await tell({ change: birth });
		expect(await because()).toEqual(['change-open']);
		await opened(officer);
		await decide((await own()).changes[0]!.id);
		expect(await because()).toEqual([]);
		await accepted(birth);
		expect((await own()).members).toHaveLength(4);
		expect(await because()).toEqual(['wrong-size']);
	});

	test('looks at corrected people too', async () => {
		await opened(officer);
		const evidence = { how: 'register', source: 'Anagrafe', on: '2026-11-21' } as const;
		const found = { id: requestId, fact: 'members', seen: 0, value: [couple[0]], evidence, reason: REASONS } as const;
		expect(await database.transact((trx) => correctFact(trx, found, officer, NOW))).toEqual({ ok: true });
		expect(await because()).toEqual(['wrong-size']);
	});

	test('is closed by a requirement that the household lost', async () => {
		await database.transact((trx) => demandVerification(trx, { noticeId, demanded: true }, manager, NOW));
		await accepted({ kind: 'move', on: '2026-11-10', to: 'same', home: 'hosted', netAreaDm2: 4000 });
		expect(await because()).toEqual(['not-verified']);
		await accepted({ kind: 'move', on: '2026-11-11', to: 'elsewhere', home: 'hosted', netAreaDm2: 4000 });
		expect(await because()).toEqual(['requirement-missing']);
		const list = await readChecklist(database.db, requestId, officer, NOW);
		expect(list).toMatchObject({ standing: 'failed' });
	});
});

describe('the ranking', () => {
	test('takes in a disability that was recognised since, and no other change', async () => {
		await publishNext(database, noticeId, officer, manager);
		await accepted(birth);
		const [one, other] = await keysOf(AFTER);
		expect(one).toBe(other);
		await accepted(certificate);
		const [first, next] = await keysOf(AFTER);
		expect(first).toBeGreaterThan(next!);
		const list = await readChecklist(database.db, requestId, officer, NOW);
		if (!list || list === 'closed') throw new Error('closed');
		expect(first! - next!).toBe(list.score.verified.total - list.score.declared.total);
	});

	test('is not made final while a change waits that counts for points', async () => {
		await publishNext(database, noticeId, officer, manager);
		await tell();
		expect(await workOutRound(database.db, noticeId, AFTER)).toMatchObject({ ok: true });
		await tell({ change: certificate });
		expect(await workOutRound(database.db, noticeId, AFTER)).toEqual({ ok: false, problem: 'contests-open' });
	});
});

describe('the rights of the person', () => {
	test('the export has the changes, which the office still reads after the account is erased', async () => {
		await accepted(birth);
		const { requests } = await exportOf(database.db, nadia.id);
		expect(requests).toMatchObject([{ changes: [{ change: birth, text: WORDS, decided: { outcome: 'accepted' } }] }]);
		expect(JSON.stringify(requests[0]!.changes)).not.toContain('Franca');
		await database.transact((trx) => eraseOf(trx, nadia.id, NOW));
		expect(await readChangesOf(database.db, requestId, officer, NOW)).toMatchObject({ changes: [{ text: WORDS }] });
	});
});
