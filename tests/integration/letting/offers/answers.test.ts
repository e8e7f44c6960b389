import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '$lib/server/platform/audit/verify';
import type { Actor } from '$lib/server/platform/auth/actor';
import { isOutage } from '$lib/server/platform/db/outage';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer, refuseOffer, withdrawOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound, publishNext } from '../../../support/published-round';

/** Ten days after NOW, the last millisecond of the day in Milan. */
const DEADLINE = '2026-12-02T22:59:59.999Z';
const TOO_LATE = '2026-12-02T23:00:00.000Z';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof aPublishedRound>>;
/** The offer of A-1, which holds the first dwelling. */
let offerId: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	world = await aPublishedRound(database);
	await offerAll();
	offerId = (await offersOf('A-1'))[0]!.id;
});

const offerAll = (now = NOW, roundId = world.roundId) =>
	database.transact((trx) => makeOffers(trx, { roundId }, world.officer, now));
const accept = (by: Actor, now = NOW) => database.transact((trx) => acceptOffer(trx, offerId, by, now));
const refuse = (reason: 'needs' | 'other', now = NOW) =>
	database.transact((trx) => refuseOffer(trx, offerId, reason, world.applicant, now));
const withdraw = (dueToHousehold: boolean) =>
	database.transact((trx) =>
		withdrawOffer(trx, { id: offerId, reason: 'Verifica', dueToHousehold }, world.officer, NOW)
	);

function offersOf(pseudonym: string) {
	return database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select(['offers.id', 'offers.deadline', 'offers.dwelling_id as dwellingId', 'offers.released_at as releasedAt'])
		.where('applications.pseudonym', '=', pseudonym)
		.where('offers.notice_id', '=', world.noticeId)
		.orderBy('offers.made_at')
		.orderBy('offers.id')
		.execute();
}

function eventsOf(id: string) {
	return database.db.selectFrom('offer_events').selectAll().where('offer_id', '=', id).orderBy('at').execute();
}

describe('making', () => {
	test('each household of the round gets its home until the end of the tenth day; a second click adds nothing', async () => {
		expect((await offersOf('A-1')).map(({ deadline }) => deadline)).toEqual([DEADLINE]);
		expect((await offersOf('A-1'))[0]!.dwellingId).toBe(world.dwellingIds[0]);
		expect(await offerAll()).toEqual({ ok: false, problem: 'nothing-to-offer' });
		expect((await offersOf('A-2')).length + (await offersOf('A-3')).length).toBe(1);
	});

	test('an officer who offers a home that is offered already is told who did, and when', async () => {
		const input = { roundId: world.roundId, only: ['A-1'] };
		const again = await database.transact((trx) => makeOffers(trx, input, world.manager, NOW));
		expect(again).toMatchObject({
			ok: false,
			problem: 'dwelling-already-offered',
			madeBy: 'Ottavia Ufficio',
			madeAt: NOW
		});
	});

	test('an applicant may not', async () => {
		const made = await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.applicant, NOW));
		expect(made).toEqual({ ok: false, problem: 'not-allowed' });
	});
});

describe('accepting', () => {
	test('gives a tenancy, and a double click the same one', async () => {
		const first = await accept(world.applicant);
		expect(first).toMatchObject({ ok: true });
		expect(await accept(world.applicant)).toEqual(first);
		expect((await eventsOf(offerId)).map(({ event }) => event).sort()).toEqual(['accepted', 'made']);
	});

	test('twenty clicks at once give one tenancy; a click that waited too long for the others is sent again', async () => {
		const click = (): ReturnType<typeof accept> =>
			accept(world.applicant).catch((error: unknown) => {
				if (isOutage(error)) return click();
				throw error;
			});
		const clicks = await Promise.all(Array.from({ length: 20 }, click));
		expect(new Set(clicks.map((click) => (click.ok ? click.tenancyId : click.problem))).size).toBe(1);
	});

	test('accepting and refusing at once: one of them holds', async () => {
		const [accepted, refused] = await Promise.all([accept(world.applicant), refuse('other')]);
		expect([accepted.ok, refused.ok].filter(Boolean)).toHaveLength(1);
	});

	test('somebody else’s offer answers as one that does not exist', async () => {
		const stranger = await anAccount(database, 'applicant');
		expect(await accept(stranger)).toEqual({ ok: false, problem: 'unknown-offer' });
		expect(await accept(world.officer)).toEqual({ ok: false, problem: 'not-allowed' });
	});

	test('until the last moment of the deadline, and no later, whether or not the job has run', async () => {
		expect(await accept(world.applicant, TOO_LATE)).toEqual({ ok: false, problem: 'offer-expired' });
		expect(await refuse('other', TOO_LATE)).toEqual({ ok: false, problem: 'offer-expired' });
		expect(await accept(world.applicant, DEADLINE)).toMatchObject({ ok: true });
	});
});

describe('expiry', () => {
	test('lets the home go after the deadline, once, dated at the deadline; accepted offers stay', async () => {
		await accept(world.applicant);
		expect(await database.transact((trx) => expireOffers(trx, DEADLINE))).toBe(0);
		const [first, second] = await Promise.all([
			database.transact((trx) => expireOffers(trx, TOO_LATE)),
			database.transact((trx) => expireOffers(trx, TOO_LATE))
		]);
		expect(first + second).toBeGreaterThanOrEqual(1);
		expect((await offersOf('A-1'))[0]!.releasedAt).toBeNull();
		const [other] = [...(await offersOf('A-2')), ...(await offersOf('A-3'))];
		expect(other!.releasedAt).toBe(TOO_LATE);
		expect(await eventsOf(other!.id)).toMatchObject([{ event: 'made' }, { event: 'expired', at: DEADLINE }]);
		expect(await database.transact((trx) => expireOffers(trx, TOO_LATE))).toBe(0);
	});
});

describe('refusing', () => {
	test('for a reason that the rules accept, or not; a second click is the same', async () => {
		expect(await refuse('needs')).toEqual({ ok: true });
		expect(await refuse('needs')).toEqual({ ok: true });
		expect((await eventsOf(offerId))[1]).toMatchObject({ event: 'refused', justified: 1 });
		expect(await accept(world.applicant)).toMatchObject({ ok: false, problem: 'already-answered', state: 'refused' });
	});

	test('the home goes to the next household, by a new version that a second person approves', async () => {
		await refuse('other');
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		expect(out.result.left).toEqual(['A-1']);
		expect(out.result.assignments.map(({ application }) => application).sort()).toEqual(['A-2', 'A-3']);
		expect(out.worked.summary.changes).toMatchObject({ left: 1, moved: 1, housed: 1 });
		const next = await publishNext(database, world.noticeId, world.officer, world.manager);
		expect(await offerAll(NOW, world.roundId)).toEqual({ ok: false, problem: 'newer-version' });
		expect(await offerAll(NOW, next)).toEqual({ ok: true, made: 2, replaced: 1 });
		const held = [...(await offersOf('A-2')), ...(await offersOf('A-3'))].filter(({ releasedAt }) => !releasedAt);
		expect(new Set(held.map(({ dwellingId }) => dwellingId))).toEqual(new Set(world.dwellingIds));
		expect(await verifyChain(database.db)).toMatchObject({ ok: true });
	});

	test('a household that accepted does not move when a home it prefers becomes free', async () => {
		const [second] = (await offersOf('A-2')).length > 0 ? ['A-2'] : ['A-3'];
		const other = (await offersOf(second))[0]!;
		const holder = await anAccount(database, 'applicant');
		const { application_id: id } = await database.db
			.selectFrom('offers')
			.select('application_id')
			.where('id', '=', other.id)
			.executeTakeFirstOrThrow();
		await database.db.updateTable('applications').set({ account_id: holder.id }).where('id', '=', id).execute();
		await database.transact((trx) => acceptOffer(trx, other.id, holder, NOW));
		await refuse('other');
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		expect(out.result.assignments.find(({ application }) => application === second)).toMatchObject({
			dwelling: other.dwellingId,
			through: 'frozen'
		});
	});

	test('without a departure there is no next version', async () => {
		expect(await workOutRound(database.db, world.noticeId, NOW)).toEqual({ ok: false, problem: 'nothing-changed' });
	});
});

describe('withdrawing', () => {
	test('not due to the household: the home can be offered to it again', async () => {
		expect(await withdraw(false)).toEqual({ ok: true });
		expect(await offerAll()).toEqual({ ok: true, made: 1, replaced: 0 });
		expect(await offersOf('A-1')).toHaveLength(2);
	});

	test('due to the household, after it accepted: the tenancy ends and the household leaves', async () => {
		await accept(world.applicant);
		expect(await withdraw(true)).toEqual({ ok: true });
		expect(await offerAll()).toEqual({ ok: false, problem: 'nothing-to-offer' });
		const out = await workOutRound(database.db, world.noticeId, NOW);
		expect(out).toMatchObject({ ok: true, result: { left: ['A-1'] } });
	});

	test('not once the contract is registered', async () => {
		const accepted = await accept(world.applicant);
		if (!accepted.ok) throw new Error(accepted.problem);
		const step = { event: 'contract_registered', number: 'TNX26', on: '2026-11-22' } as const;
		await database.transact((trx) => recordStep(trx, accepted.tenancyId, step, world.officer, NOW));
		expect(await withdraw(true)).toMatchObject({ ok: false, problem: 'already-answered' });
	});
});

describe('the contract and the keys', () => {
	test('one after the other, never in the future, and a double click writes once', async () => {
		const accepted = await accept(world.applicant);
		if (!accepted.ok) throw new Error(accepted.problem);
		const step = (given: Parameters<typeof recordStep>[2]) =>
			database.transact((trx) => recordStep(trx, accepted.tenancyId, given, world.officer, '2026-11-24T09:00:00.000Z'));
		const keys = (on: string) => step({ event: 'keys_delivered', on });
		const contract = (on: string) => step({ event: 'contract_registered', number: 'TNX26', on });
		expect(await keys('2026-11-24')).toEqual({ ok: false, problem: 'step-missing' });
		expect(await contract('2026-11-25')).toEqual({ ok: false, problem: 'in-the-future' });
		expect(await contract('2026-11-21')).toEqual({ ok: false, problem: 'before-the-step-before' });
		expect(await contract('2026-11-23')).toEqual({ ok: true });
		expect(await contract('2026-11-23')).toEqual({ ok: true });
		expect(await contract('2026-11-24')).toEqual({ ok: false, problem: 'already-done' });
		expect(await keys('2026-11-22')).toEqual({ ok: false, problem: 'before-the-step-before' });
		expect(await keys('2026-11-24')).toEqual({ ok: true });
		expect(await keys('2026-11-24')).toEqual({ ok: true });
	});
});
