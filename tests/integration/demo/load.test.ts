import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '$lib/server/audit/verify';
import { loadDemo } from '$lib/server/demo/load';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const NOW = '2026-11-22T20:53:08.000Z';

let database: TestDatabase;
let milliseconds = 0;
beforeAll(async () => {
	database = await openTestDatabase();
	const started = performance.now();
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: true });
	milliseconds = Math.round(performance.now() - started);
	console.info(`demo world loaded on ${database.kind} in ${milliseconds} ms`);
});
afterAll(() => database.close());

test('a second load changes nothing and says so', async () => {
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: false, problem: 'world-already-there' });
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
});

test('every demo account is confirmed and marked as demo', async () => {
	const accounts = await database.db.selectFrom('accounts').selectAll().execute();
	expect(accounts.length).toBeGreaterThanOrEqual(10);
	for (const account of accounts) {
		expect(account.demo).toBe(1);
		expect(account.email_confirmed_at).not.toBeNull();
		expect(account.email).toMatch(/@chiavi\.example$/);
	}
	expect(new Set(accounts.map(({ role }) => role)).size).toBe(8);
});
