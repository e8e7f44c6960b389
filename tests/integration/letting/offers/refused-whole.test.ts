import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { listHolders } from '$lib/server/letting/offers/repository';
import { refuseOffer } from '$lib/server/letting/offers/service';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { evicted, publishNext } from '../../../support/published-round';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

test('a household whose better home is still offered to another keeps the offer that it has', async () => {
	const [officer, manager, first] = [
		await anAccount(database, 'officer'),
		await anAccount(database, 'manager'),
		await anAccount(database, 'applicant')
	];
	const others = ['A-2', 'A-3', 'A-4'].map((pseudonym) => ({ pseudonym, choices: [1, 2, 3] }));
	const { noticeId, dwellingIds } = await aClosedNotice(database, {
		dwellings: [{}, {}, {}],
		applications: [{ pseudonym: 'A-1', choices: [1, 2, 3], account: first, household: evicted() }, ...others]
	});
	const offer = (roundId: string, only?: string[]) =>
		database.transact((trx) => makeOffers(trx, { roundId, only }, officer, NOW));
	const holders = async () =>
		(await listHolders(database.db, dwellingIds)).map(({ id, dwellingId }) => `${dwellingId} ${id}`).toSorted();

	await offer(await publishNext(database, noticeId, officer, manager));
	const [best] = await listHolders(database.db, [dwellingIds[0]!]);
	await database.transact((trx) => refuseOffer(trx, best!.id, 'other', first, NOW));
	// Whoever has the second home moves to the first, and whoever has the third to the second.
	const next = await publishNext(database, noticeId, officer, manager);
	const { result } = (await openedRound(database.db, next))!;
	const second = result.assignments.find(({ dwelling }) => dwelling === dwellingIds[1])!.application;

	const before = await holders();
	expect(before).toHaveLength(2);
	expect(await offer(next, [second])).toMatchObject({ ok: false, problem: 'dwelling-already-offered' });
	expect(await holders()).toEqual(before);
	expect(await offer(next)).toEqual({ ok: true, made: 3, replaced: 2 });
});
