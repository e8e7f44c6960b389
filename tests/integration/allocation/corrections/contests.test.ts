import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownRound } from '$lib/domain/allocation/own-files';
import type { CriterionId } from '$lib/domain/scoring/score';
import { contestLine, readOwnContests } from '$lib/server/allocation/corrections/contest-service';
import { decideContest, readContestsOf } from '$lib/server/allocation/corrections/decide-service';
import { prepareRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { newId } from '$lib/server/ids';
import { myMessage, newestMessagesOf } from '$lib/server/people/messages/reading-service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { findApplication } from '$lib/server/requests/applications/repository';
import { eraseOf, exportOf } from '$lib/server/requests/rights/service';
import { correctFact } from '$lib/server/requests/verification/check-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

/** Fifteen days after NOW, to the last moment of the day in Milan, and one moment more. */
const LAST = '2026-12-07T22:59:59.999Z';
const AFTER = '2026-12-07T23:00:00.000Z';
const WORDS = 'Il giudice ha firmato lo sfratto a settembre, allego la copia.';
const REASONS = 'Il tribunale conferma la convalida di settembre.';

let database: TestDatabase;
let second: AppDatabase;
let officer: Actor, manager: Actor, colleague: Actor, nadia: Actor, stranger: Actor;
let noticeId: string, requestId: string;
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
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const applications = [
		{ pseudonym: 'A-1', choices: [1, 2], account: nadia },
		{ pseudonym: 'A-2', choices: [1, 2] }
	];
	({ noticeId } = await aClosedNotice(database, { applications, corrections: 15 }));
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await query.where('pseudonym', '=', 'A-1').executeTakeFirstOrThrow()).id;
});

type Given = { id?: string; criterion?: CriterionId; by?: Actor; now?: string; documents?: string[] };
function contest({ id = newId(), criterion = 'eviction', by = nadia, now = NOW, documents = [] }: Given = {}) {
	const input = { id, requestId, criterion, text: WORDS, documents };
	return database.transact((trx) => contestLine(trx, input, by, now));
}
const own = async (now = NOW) => (await readOwnContests(database.db, requestId, nadia, now))!;

async function opened(by: Actor, now = NOW) {
	const request = (await findApplication(database.db, requestId))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', by, now));
}
async function correct(value: unknown = 'enforceable', now = NOW) {
	await opened(officer, now);
	const evidence = { how: 'document', source: 'Convalida', on: '2026-11-21' } as const;
	const found = { id: requestId, fact: 'eviction', seen: 0, value, evidence, reason: REASONS } as const;
	expect(await database.transact((trx) => correctFact(trx, found, officer, now))).toEqual({ ok: true });
}
function decide(id: string, outcome: 'corrected' | 'kept', by = officer, now = NOW) {
	const input = { requestId, id, outcome, text: REASONS };
	return database.transact((trx) => decideContest(trx, input, by, now));
}
/** The text of the newest message to the household. */
async function written() {
	const [newest] = await newestMessagesOf(database.db, nadia.id);
	return (await myMessage(database.db, newest!.id, nadia))!.text;
}

describe('a household contests a line', () => {
	test('not before the provisional ranking, until the last moment of its days, and not after', async () => {
		expect(await contest()).toEqual({ ok: false, problem: 'window-closed' });
		expect((await own()).until).toBeNull();
		await publishNext(database, noticeId, officer, manager);
		expect((await own()).until).toBe(LAST);
		expect(await contest({ now: AFTER })).toEqual({ ok: false, problem: 'window-closed' });
		expect((await own(AFTER)).until).toBeNull();
		expect(await contest({ now: LAST })).toEqual({ ok: true });
		const { contests } = await own();
		expect(contests).toMatchObject([{ criterion: 'eviction', text: WORDS, points: 0, decided: null }]);
	});

	test('its own line, of the rules, with its own documents, once at a time', async () => {
		await publishNext(database, noticeId, officer, manager);
		const id = newId();
		expect(await contest({ by: stranger })).toEqual({ ok: false, problem: 'not-found' });
		expect(await contest({ by: officer })).toEqual({ ok: false, problem: 'not-found' });
		expect(await contest({ criterion: 'residenceTogether' })).toEqual({ ok: false, problem: 'unknown-line' });
		expect(await contest({ documents: [newId()] })).toEqual({ ok: false, problem: 'unknown-document' });
		expect(await contest({ id })).toEqual({ ok: true });
		expect(await contest({ id })).toEqual({ ok: true });
		expect(await contest()).toEqual({ ok: false, problem: 'open-already', at: NOW });
		expect(await contest({ criterion: 'elderly' })).toEqual({ ok: true });
		expect((await own()).contests).toHaveLength(2);
	});

	test('ten clicks over two connections are one contest', async () => {
		await publishNext(database, noticeId, officer, manager);
		const input = { id: newId(), requestId, criterion: 'eviction', text: WORDS, documents: [] } as const;
		const clicks = Array.from({ length: 10 }, (_, index) =>
			(index % 2 === 0 ? database : second).transact((trx) => contestLine(trx, input, nadia, NOW))
		);
		expect(await Promise.all(clicks)).toEqual(clicks.map(() => ({ ok: true })));
		expect((await own()).contests).toHaveLength(1);
	});

	test('in sealed words', async () => {
		await publishNext(database, noticeId, officer, manager);
		await contest();
		await correct();
		await decide((await own()).contests[0]!.id, 'corrected');
		const rows = await database.db.selectFrom('contests').selectAll().where('application_id', '=', requestId).execute();
		for (const plain of [WORDS, REASONS, 'eviction']) expect(JSON.stringify(rows)).not.toContain(plain);
	});
});

describe('the office decides', () => {
	let id: string;
	beforeEach(async () => {
		await publishNext(database, noticeId, officer, manager);
		id = newId();
		expect(await contest({ id })).toEqual({ ok: true });
	});

	test('after opening the file, and only staff', async () => {
		expect(await decide(id, 'kept', stranger)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await decide(id, 'kept')).toEqual({ ok: false, problem: 'not-opened' });
		expect(await readContestsOf(database.db, requestId, officer, NOW)).toBe('closed');
		await opened(officer);
		const read = await readContestsOf(database.db, requestId, officer, NOW);
		expect(read).toMatchObject({ contests: [{ text: WORDS, facts: ['eviction'], pointsNow: 0 }] });
	});

	test('a line is corrected by a corrected fact, and the corrected ranking takes it in', async () => {
		await opened(officer);
		expect(await decide(id, 'corrected')).toEqual({ ok: false, problem: 'nothing-corrected' });
		await correct();
		expect(await decide(id, 'kept')).toEqual({ ok: false, problem: 'line-changed' });
		expect(await decide(id, 'corrected')).toEqual({ ok: true });
		expect(await decide(id, 'corrected')).toEqual({ ok: true });
		expect(await written()).toContain('La riga è stata corretta');
		const { contests, lines } = await own();
		const points = lines.find(({ criterion }) => criterion === 'eviction')!.verified;
		expect(points).toBeGreaterThan(0);
		expect(contests[0]!.decided).toMatchObject({ outcome: 'corrected', text: REASONS, points });
		const out = await workOutRound(database.db, noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const keys = ownRound(out.worked.input).applications.map((one) => Object.values(one.keys!)[0]![0]);
		expect(keys[0]! - keys[1]!).toBe(points);
	});

	test('a line that stays has its reasons; the second officer learns who decided', async () => {
		for (const by of [officer, colleague]) await opened(by);
		expect(await decide(id, 'kept')).toEqual({ ok: true });
		expect(await decide(id, 'kept', colleague)).toEqual({
			...{ ok: false, problem: 'decided-already' },
			...{ who: 'Franca Riva', at: NOW }
		});
		expect(await written()).toContain('La riga resta come era');
		expect(await contest()).toEqual({ ok: true });
	});

	test('before the final ranking, also where the contest came while it was worked out', async () => {
		const now = AFTER;
		expect(await workOutRound(database.db, noticeId, now)).toEqual({ ok: false, problem: 'contests-open' });
		await opened(officer, now);
		expect(await decide(id, 'kept', officer, now)).toEqual({ ok: true });
		const out = await workOutRound(database.db, noticeId, now);
		if (!out.ok) throw new Error(out.problem);
		expect(await contest({ now: LAST })).toEqual({ ok: true });
		const keep = () => database.transact((trx) => prepareRound(trx, out.worked, officer, now));
		expect(await keep()).toEqual({ ok: false, problem: 'contests-open' });
	});

	test('and what waits stands on the list of work', async () => {
		const waiting = async () =>
			(await readWorkList(database.db, officer, NOW, { queue: 'decide-contest', page: 1 })).queue;
		expect(JSON.stringify(await waiting())).toContain(requestId);
		await opened(officer);
		await decide(id, 'kept');
		expect(JSON.stringify(await waiting())).not.toContain(requestId);
	});

	test('a household takes its contests along, and they stay readable to the office after its account is erased', async () => {
		const requests = async () => (await exportOf(database.db, nadia.id)).requests;
		expect(await requests()).toMatchObject([{ contests: [{ criterion: 'eviction', text: WORDS, decided: null }] }]);
		await opened(officer);
		await database.transact((trx) => eraseOf(trx, nadia.id, NOW));
		expect(await readContestsOf(database.db, requestId, officer, NOW)).toMatchObject({ contests: [{ text: WORDS }] });
	});
});
