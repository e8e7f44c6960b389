import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { isOutage } from '$lib/server/platform/db/outage';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

let database: TestDatabase;
let second: AppDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	second = createDatabase(database.url);
});
afterAll(async () => {
	await second.close();
	await database.close();
});

test('fifty tries at one dwelling over two connections: one wins, every other is told who and when', async () => {
	const { roundId, officer } = await aPublishedRound(database);
	const other = await anAccount(database, 'officer', 'Piero Sportello');
	const input = { roundId, only: ['A-1'] };
	// On a busy machine a try may wait too long for a connection: it is told so, and sent again.
	const attempt = async (index: number): ReturnType<typeof makeOffers> => {
		const [by, connection] = index % 2 === 0 ? [officer, database] : [other, second];
		try {
			return await connection.transact((trx) => makeOffers(trx, input, by, NOW));
		} catch (error) {
			if (isOutage(error)) return attempt(index);
			throw error;
		}
	};
	const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => attempt(index)));
	expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, made: 1, replaced: 0 }]);
	const told = answers.filter(({ ok }) => !ok);
	expect(told).toHaveLength(49);
	const [offer] = await database.db
		.selectFrom('offers')
		.innerJoin('accounts', 'accounts.id', 'offers.made_by')
		.select('accounts.name')
		.execute();
	for (const answer of told)
		expect(answer).toMatchObject({ problem: 'dwelling-already-offered', madeBy: offer!.name, madeAt: NOW });
});
