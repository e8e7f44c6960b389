import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '$lib/server/ids';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer, refuseOffer } from '$lib/server/letting/offers/service';
import { addSlot, bookSlot, cancelViewing, removeSlot } from '$lib/server/letting/offers/viewing-service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

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
	await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
	const offer = await database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select('offers.id')
		.where('applications.pseudonym', '=', 'A-1')
		.where('offers.notice_id', '=', world.noticeId)
		.executeTakeFirstOrThrow();
	offerId = offer.id;
});

const accept = () => database.transact((trx) => acceptOffer(trx, offerId, world.applicant, NOW));
const add = (day: string, time: string, now = NOW) =>
	database.transact((trx) => addSlot(trx, offerId, { day, time }, world.officer, now));
const list = async () =>
	(await database.db.selectFrom('viewings').selectAll().orderBy('starts_at').execute()).filter(
		({ dwelling_id: id }) => id === world.dwellingIds[0]
	);
const book = (slot: string, by = world.applicant) => database.transact((trx) => bookSlot(trx, offerId, slot, by, NOW));
const held = async () => (await list()).filter(({ offer_id: id }) => id === offerId).map(({ id }) => id);

test('an officer opens times, the household books one and moves it, another household cannot take it', async () => {
	for (const time of ['10:00', '11:00', '10:00']) expect(await add('2026-11-25', time)).toEqual({ ok: true });
	const [first, second] = await list();
	expect(await list()).toHaveLength(2);
	expect(await book(first!.id)).toEqual({ ok: true });
	expect(await book(second!.id)).toEqual({ ok: true });
	expect(await held()).toEqual([second!.id]);
	expect(await book(first!.id, await anAccount(database, 'applicant'))).toMatchObject({ problem: 'unknown-offer' });
	expect(await book(newId())).toEqual({ ok: false, problem: 'slot-taken' });
	await database.transact((trx) => refuseOffer(trx, offerId, 'other', world.applicant, NOW));
	expect(await held()).toEqual([]);
});

test('viewings lie in the time to answer and in the opening hours, and do not overlap', async () => {
	expect(await add('2026-12-03', '10:00')).toEqual({ ok: false, problem: 'after-deadline', deadline: DEADLINE });
	expect(await add('2026-11-20', '10:00')).toEqual({ ok: false, problem: 'slot-in-the-past' });
	expect(await add('2026-11-25', '23:00')).toEqual({ ok: false, problem: 'outside-hours' });
	expect(await add('2026-11-28', '10:00')).toEqual({ ok: false, problem: 'closed-day' });
	expect(await add('2026-11-25', '10:00')).toEqual({ ok: true });
	expect(await add('2026-11-25', '10:15')).toEqual({ ok: false, problem: 'slot-overlaps' });
	const atOnce = await Promise.all([add('2026-11-26', '10:00'), add('2026-11-26', '10:15')]);
	expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1);
});

test('after acceptance viewings may come after the time to answer; before, such a time is not booked', async () => {
	const late = { id: newId(), dwelling_id: world.dwellingIds[0]!, starts_at: '2026-12-03T09:00:00.000Z' };
	await database.db
		.insertInto('viewings')
		.values({ ...late, created_by: world.officer.id })
		.execute();
	expect(await book(late.id)).toEqual({ ok: false, problem: 'slot-taken' });
	await accept();
	expect(await add('2026-12-03', '11:00')).toEqual({ ok: true });
	expect(await book(late.id)).toEqual({ ok: true });
});

test('the household cancels a viewing, and the time is free again; a second click finds none', async () => {
	await add('2026-11-25', '10:00');
	await book((await list())[0]!.id);
	const cancel = (by = world.applicant) => database.transact((trx) => cancelViewing(trx, offerId, by, NOW));
	expect(await cancel(await anAccount(database, 'applicant'))).toMatchObject({ problem: 'unknown-offer' });
	expect(await held()).toHaveLength(1);
	expect(await cancel()).toEqual({ ok: true });
	expect(await cancel()).toEqual({ ok: true });
	expect(await held()).toEqual([]);
	expect(await list()).toHaveLength(1);
});

test('an officer removes a viewing, and the household that booked it is told', async () => {
	await add('2026-11-25', '10:00');
	const [slot] = await list();
	await book(slot!.id);
	const remove = () => database.transact((trx) => removeSlot(trx, { offerId, slot: slot!.id }, world.officer, NOW));
	expect(await remove()).toEqual({ ok: true });
	expect(await remove()).toEqual({ ok: true });
	expect(await list()).toEqual([]);
	expect((await told()).at(-1)).toBe('La visita di mercoledì 25 novembre 2026, ore 10:00 non si fa');
});

test('the household is told of the viewing that it booked, moved and cancelled, each once', async () => {
	for (const time of ['10:00', '11:00']) await add('2026-11-25', time);
	const [first, second] = await list();
	for (const slot of [first!, first!, second!]) expect(await book(slot.id)).toEqual({ ok: true });
	const cancel = () => database.transact((trx) => cancelViewing(trx, offerId, world.applicant, NOW));
	await cancel();
	await cancel();
	expect(await told()).toEqual([
		'La tua visita: mercoledì 25 novembre 2026, ore 10:00',
		'La tua visita si sposta: mercoledì 25 novembre 2026, ore 11:00',
		'Hai annullato la visita di mercoledì 25 novembre 2026, ore 11:00'
	]);
});

/** The subjects of the messages about a viewing. */
async function told() {
	const mails = await database.db
		.selectFrom('outbox')
		.select('subject')
		.where('recipient', '=', `${world.applicant.id}@chiavi.example`)
		.orderBy('id')
		.execute();
	return mails.map(({ subject }) => subject).filter((subject) => subject.includes('visita'));
}

test('viewings are freed when the time to answer is over', async () => {
	await accept();
	await add('2026-12-10', '10:00');
	const [slot] = await list();
	await book(slot!.id);
	await database.db
		.deleteFrom('offer_events')
		.where('offer_id', '=', offerId)
		.where('event', '=', 'accepted')
		.execute();
	await database.transact((trx) => expireOffers(trx, TOO_LATE));
	expect(await held()).toEqual([]);
});
