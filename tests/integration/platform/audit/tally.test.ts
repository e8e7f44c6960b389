import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepTally, readTally, tally } from '$lib/server/platform/audit/tally';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	// Counts are kept in memory, and earlier files of this process may have left some: they are written nowhere.
	await keepTally(async () => {}, '2026-11-28T10:00:00.000Z');
});
afterAll(() => database.close());

const at = (day: string) => `${day}T10:00:00.000Z`;
const keep = (day: string) => keepTally(database.transact, at(day));
const names = async () =>
	(await database.db.selectFrom('counters').select('name').where('name', 'like', 'page_refused %').execute()).length;

test('what was counted is added up by day, and nothing is written where nothing was counted', async () => {
	expect(await keep('2026-11-29')).toBe(0);
	for (let n = 0; n < 200; n++) tally('page_refused', at('2026-11-28'));
	expect(await keep('2026-11-28')).toBe(200);
	tally('page_refused', at('2026-11-28'));
	tally('page_refused', at('2026-11-29'));
	tally('sign_in_failed', at('2026-11-29'));
	expect(await keep('2026-11-29')).toBe(3);
	expect(await readTally(database.db, at('2026-11-29'))).toEqual({
		pageRefused: { today: 1, month: 202 },
		signInFailed: { today: 1, month: 1 },
		linkAsked: { today: 0, month: 0 }
	});
	expect(await names()).toBe(2);
});

test('a transaction that fails loses no count', async () => {
	tally('sign_in_failed', at('2026-11-29'));
	await expect(keepTally(() => Promise.reject(new Error('full')), at('2026-11-29'))).rejects.toThrow('full');
	expect(await keep('2026-11-29')).toBe(1);
	expect((await readTally(database.db, at('2026-11-29'))).signInFailed.today).toBe(2);
});

test('thirty days are shown, ninety kept, and other counters left alone', async () => {
	await database.transact(async (trx) => {
		await trx.insertInto('counters').values({ name: 'another 2020-01-01', value: 7 }).execute();
	});
	tally('page_refused', at('2026-12-28'));
	await keep('2026-12-28');
	expect((await readTally(database.db, at('2026-12-28'))).pageRefused).toEqual({ today: 1, month: 2 });
	tally('page_refused', at('2027-03-01'));
	await keep('2027-03-01');
	expect(await names()).toBe(2);
	const other = await database.db.selectFrom('counters').select('value').where('name', 'like', 'another %').execute();
	expect(other).toEqual([{ value: 7 }]);
});
