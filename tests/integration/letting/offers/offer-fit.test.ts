import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readOfferFit } from '$lib/server/letting/offers/offer-fit';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { healthFacts } from '../../../support/builders/household';
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
	const fit = await readOfferFit(database.db, needing!.id, officer);
	expect(fit?.verdict).toBe('unknown');
	expect(fit?.checks.map(({ what, verdict }) => [what, verdict])).toEqual([
		['wcSideMm', 'suits-with-works'],
		['wcFrontMm', 'unknown'],
		['showerFloorLevel', 'unknown']
	]);
	expect(await readOfferFit(database.db, needing!.id, auditor)).toBeNull();
	expect(await readOfferFit(database.db, other!.id, officer)).toBeNull();
	expect(await readOfferFit(database.db, 'nobody', officer)).toBeNull();
});
