import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HouseholdAnswer } from '$lib/domain/offers/desk-answer';
import { answerAtDesk, consequenceOfAnswer } from '$lib/server/letting/offers/desk-answers';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOffer, readOpenOffers } from '$lib/server/letting/offers/read-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

const TODAY = '2026-11-22';
const TOO_LATE = '2026-12-02T23:00:00.000Z';
const EVIDENCE = 'prot. 91544 di Rosa Bruni';
const yes: HouseholdAnswer = { answer: 'accepted' };
const no: HouseholdAnswer = { answer: 'refused', reason: 'needs' };

let database: TestDatabase;
let world: Awaited<ReturnType<typeof aPublishedRound>>;
/** The offers of A-1, which has an account, and of a household that has none. */
let online: string, offline: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	world = await aPublishedRound(database);
	await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
	const rows = await open();
	online = rows.find(({ pseudonym }) => pseudonym === 'A-1')!.id;
	offline = rows.find(({ pseudonym }) => pseudonym !== 'A-1')!.id;
});

const open = async () => (await readOpenOffers(database.db, world.noticeId, { page: 1, size: 100 }, NOW))!.rows;
type Changes = { on?: string; evidence?: string; by?: Actor; now?: string };
const answer = (id: string, said: HouseholdAnswer, { on, evidence, by, now }: Changes = {}) => {
	const told = { channel: 'letter', on: on ?? TODAY, evidence: evidence ?? EVIDENCE } as const;
	return database.transact((trx) => answerAtDesk(trx, id, { answer: said, told }, by ?? world.officer, now ?? NOW));
};

describe('an answer that came to the office', () => {
	test('of a household without an account: yes begins its tenancy, once, with how the office knows', async () => {
		const [first, second] = await Promise.all([answer(offline, yes), answer(offline, yes)]);
		expect(first).toMatchObject({ ok: true });
		expect(second).toEqual(first);
		const { state, events } = (await readOffer(database.db, offline, NOW))!;
		expect(state).toBe('accepted');
		expect(events.at(-1)).toMatchObject({ channel: 'letter', receivedOn: TODAY, evidence: EVIDENCE });
		expect((await open()).map(({ id }) => id)).toEqual([online]);
	});

	test('no frees the home and seals reason and evidence; the log says the channel and no more', async () => {
		expect(await answer(offline, no)).toEqual({ ok: true, tenancyId: null });
		const rows = await database.db.selectFrom('offer_events').selectAll().where('offer_id', '=', offline).execute();
		const log = await database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', offline).execute();
		expect(log.map(({ event }) => event)).toContain('offer_refused');
		for (const secret of ['Rosa', 'needs']) expect(JSON.stringify([rows, log])).not.toContain(secret);
		expect(log.find(({ event }) => event === 'offer_refused')!.detail).toContain('letter');
	});

	test('of a household with an account is told to it, as its own answer is', async () => {
		const mails = async () => (await database.db.selectFrom('outbox').select('id').execute()).length;
		const before = await mails();
		await answer(online, yes);
		expect(await mails()).toBe(before + 1);
		const own = await database.transact((trx) => acceptOffer(trx, online, world.applicant, NOW));
		expect(own).toMatchObject({ ok: true });
	});

	test.each([
		['on a day to come', { on: '2026-11-23' }, 'heard-to-come'],
		['before the offer', { on: '2026-11-21' }, 'answer-before-offer'],
		['after the deadline', { on: '2026-12-03', now: '2026-12-04T09:00:00.000Z' }, 'answer-after-deadline'],
		['with nothing that shows it', { evidence: '  ' }, 'evidence-missing'],
		['recorded when the offer has expired', { now: TOO_LATE }, 'offer-expired']
	])('%s is refused', async (_, changes, problem) => {
		expect(await answer(offline, yes, changes)).toMatchObject({ ok: false, problem });
	});

	test('another one than was given is refused, and so is one by who may not', async () => {
		await answer(offline, no);
		expect(await answer(offline, yes)).toMatchObject({ problem: 'already-answered', state: 'refused' });
		expect(await answer(online, yes, { by: world.applicant })).toMatchObject({ problem: 'not-allowed' });
		expect(await answer('nothing', yes)).toMatchObject({ problem: 'unknown-offer' });
	});
});

test('what follows is told before it is recorded, by the rules of the notice', async () => {
	const follows = (said: HouseholdAnswer) => consequenceOfAnswer(database.db, world.noticeId, said);
	expect(await follows(yes)).toBe('contract');
	expect(await follows(no)).toBe('keeps-waiting');
	expect(await follows({ answer: 'refused', reason: 'distance' })).toBe('leaves-ranking');
});
