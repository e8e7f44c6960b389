import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { remindOffers } from '$lib/server/letting/offers/remind-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

/** The offer ends on 2 December at the end of the day in Milan; two days before it is near. */
const EARLY = '2026-11-30T22:59:59.998Z';
const NEAR = '2026-11-30T22:59:59.999Z';
const ENDED = '2026-12-02T23:00:00.000Z';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof aPublishedRound>>;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	await database.transact(async (trx) => {
		await trx.updateTable('offers').set({ reminded_at: NOW }).execute();
		await trx.deleteFrom('outbox').execute();
	});
	world = await aPublishedRound(database);
	const input = { roundId: world.roundId, only: ['A-1'] };
	expect(await database.transact((trx) => makeOffers(trx, input, world.officer, NOW))).toMatchObject({ made: 1 });
});

const remind = (now: string) => database.transact((trx) => remindOffers(trx, now));
const subjects = async () =>
	(await database.db.selectFrom('outbox').select('subject').orderBy('id').execute()).map(({ subject }) => subject);

test('a household that has not answered is reminded once, two days before', async () => {
	expect(await remind(EARLY)).toBe(0);
	expect(await Promise.all([remind(NEAR), remind(NEAR), remind(NEAR)])).toEqual(expect.arrayContaining([1, 0, 0]));
	expect(await remind(NEAR)).toBe(0);
	expect(await subjects()).toEqual([
		'Hai una proposta: rispondi entro mercoledì 2 dicembre 2026, fine giornata',
		'Rispondi alla proposta entro mercoledì 2 dicembre 2026, fine giornata'
	]);
	const audit = await database.db
		.selectFrom('audit_entries')
		.select('event')
		.where('event', '=', 'deadline_reminded')
		.execute();
	expect(audit).toHaveLength(1);
});

test('a process that dies before it commits leaves the reminder to the next', async () => {
	const dies = database.transact(async (trx) => {
		expect(await remindOffers(trx, NEAR)).toBe(1);
		throw new Error('killed');
	});
	await expect(dies).rejects.toThrow('killed');
	expect(await subjects()).toHaveLength(1);
	expect(await remind(NEAR)).toBe(1);
});

test('nobody is reminded after an answer, after the deadline, or of what was told a moment ago', async () => {
	expect(await remind(ENDED)).toBe(0);
	const offer = await database.db
		.selectFrom('offers')
		.select('id')
		.where('reminded_at', 'is', null)
		.executeTakeFirstOrThrow();
	const later = { made_at: '2026-11-30T12:00:00.000Z' };
	await database.db.updateTable('offers').set(later).where('id', '=', offer.id).execute();
	expect(await remind(NEAR)).toBe(0);
	await database.db.updateTable('offers').set({ made_at: NOW }).where('id', '=', offer.id).execute();
	expect(await database.transact((trx) => acceptOffer(trx, offer.id, world.applicant, NOW))).toMatchObject({
		ok: true
	});
	expect(await remind(NEAR)).toBe(0);
});
