import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { personOfOffer } from '$lib/server/letting/offers/person-of-offer';
import { myReadings, openPersonOfFile } from '$lib/server/people/readings/service';
import { readOfferFit } from '$lib/server/letting/offers/offer-fit';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { healthFacts } from '../../../support/builders/household';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { evicted, publishNext } from '../../../support/published-round';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

test('an officer sees how the home answers the needs, an auditor nothing, and nobody anything where there are none', async () => {
	const officer = await anAccount(database, 'officer');
	const manager = await anAccount(database, 'manager');
	const auditor = await anAccount(database, 'auditor');
	const notice = await aClosedNotice(database, {
		applications: [
			{ pseudonym: 'A-1', choices: [1], household: evicted(), health: healthFacts('bathroomTransfers') },
			{ pseudonym: 'A-2', choices: [2] }
		]
	});
	const roundId = await publishNext(database, notice.noticeId, officer, manager);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	const offers = await database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select(['offers.id', 'applications.pseudonym', 'offers.dwelling_id as dwellingId'])
		.execute();
	const [needing, other] = ['A-1', 'A-2'].map((name) => offers.find(({ pseudonym }) => pseudonym === name)!);
	await database.transact((trx) =>
		trx.updateTable('dwellings').set({ wc_side_mm: 600 }).where('id', '=', needing!.dwellingId).execute()
	);
	const fit = await readOfferFit(database.db, needing!.id, officer, NOW);
	expect(fit?.verdict).toBe('unknown');
	await opensOnlyWithReading(needing!.id, officer);
	expect(fit?.checks.map(({ what, verdict }) => [what, verdict])).toEqual([
		['wcSideMm', 'suits-with-works'],
		['wcFrontMm', 'unknown'],
		['showerFloorLevel', 'unknown']
	]);
	expect(await readOfferFit(database.db, needing!.id, auditor, NOW)).toBeNull();
	expect(await readOfferFit(database.db, other!.id, officer, NOW)).toBeNull();
	expect(await readOfferFit(database.db, 'nobody', officer, NOW)).toBeNull();
});

/** Of a household with an account, nothing of its health is shown before a reading is written, and the next day again. */
async function opensOnlyWithReading(offerId: string, officer: Actor) {
	const { db, transact } = database;
	const household = await anAccount(database, 'applicant');
	await withContact(database, household, NOW);
	await db.updateTable('applications').set({ account_id: household.id }).where('pseudonym', '=', 'A-1').execute();
	expect(await readOfferFit(db, offerId, officer, NOW)).toBeNull();
	const person = (await personOfOffer(db, offerId))!;
	await transact((trx) => openPersonOfFile(trx, person, 'Visita concordata al telefono', officer, NOW));
	expect((await readOfferFit(db, offerId, officer, NOW))?.verdict).toBe('unknown');
	expect(await myReadings(db, household)).toHaveLength(1);
	expect(await readOfferFit(db, offerId, officer, '2099-01-01T10:00:00.000Z')).toBeNull();
}
