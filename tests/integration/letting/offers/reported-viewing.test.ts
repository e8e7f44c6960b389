import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { actions } from '../../../../src/routes/(staff)/staff/offers/[id]/+page.server';
import { NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, servePages } from '../../../support/pages';
import { aPublishedRound } from '../../../support/published-round';
import { reported } from '../../../support/reported';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

it('a viewing after the deadline is refused with the deadline, and one before it can be removed (viewing-after-deadline)', async () => {
	const { roundId, officer } = await aPublishedRound(database);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	const { id } = await database.db.selectFrom('offers').select('id').executeTakeFirstOrThrow();
	servePages(database, NOW);
	const visit = { as: officer, params: { id } };
	const [step] = reported('viewing-after-deadline').steps;
	const refused = await post(actions.slot, { ...step!.fields, day: '2026-12-03' }, visit);
	expect(refused).toMatchObject({ status: 409, data: { problem: expect.stringContaining('2 dicembre 2026') } });
	for (const [day, time] of [
		['2026-11-25', '23:00'],
		['9999-01-04', '10:00'],
		['1900-01-04', '10:00']
	] as const)
		expect((await post(actions.slot, { day, time }, visit)).status, `${day} ${time}`).toBe(409);
	expect(await database.db.selectFrom('viewings').select('id').execute()).toEqual([]);

	expect((await post(actions.slot, { ...step!.fields, day: '2026-11-25' }, visit)).status).toBe(303);
	expect((await post(actions.slot, { day: '2026-11-25', time: '10:10' }, visit)).status).toBe(409);
	const [slot] = await database.db.selectFrom('viewings').select('id').execute();
	expect((await post(actions.removeSlot, { slot: slot!.id }, visit)).status).toBe(303);
	expect(await database.db.selectFrom('viewings').select('id').execute()).toEqual([]);
});
