import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now, shiftClock } from '$lib/server/clock';
import { followClock, moveClock, readClock } from '$lib/server/demo/clock';
import { loadDemo } from '$lib/server/demo/load';
import { nextDeadline } from '$lib/server/demo/repository';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const DAY = 86_400_000;

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	await loadDemo(database.transact, now());
});
afterEach(async () => {
	await database.transact((trx) => moveClock(trx, 'reset', now()));
	shiftClock(0);
});
afterAll(() => database.close());

/** Days from the real time; a millisecond may pass between the two readings. */
const daysAhead = () => (Date.parse(now()) - Date.now()) / DAY;

test('a process that reads the clock stands where another one moved it', async () => {
	const moved = await database.transact((trx) => moveClock(trx, 'week', now()));
	expect(moved).toEqual({ ok: true, offset: 7 * DAY });
	expect(daysAhead()).toBeCloseTo(0);
	await readClock(database.db);
	expect(daysAhead()).toBeCloseTo(7);
});

test('a process that follows the clock stands there within two seconds, without being told', async () => {
	const stop = await followClock(() => database.db);
	await database.transact((trx) => moveClock(trx, 'day', now()));
	await expect.poll(daysAhead, { timeout: 5_000 }).toBeCloseTo(1);
	stop();
});

test('a second click on the same page moves nothing more', async () => {
	await database.transact((trx) => moveClock(trx, 'day', now(), undefined, 0));
	const again = await database.transact((trx) => moveClock(trx, 'day', now(), undefined, 0));
	expect(again).toEqual({ ok: true, offset: DAY });
});

test('just after the next deadline, that deadline has passed and another one is next', async () => {
	const deadline = (await nextDeadline(database.db, now()))!;
	await database.transact((trx) => moveClock(trx, 'after-deadline', now()));
	await readClock(database.db);
	expect(now() > deadline.at).toBe(true);
	expect((await nextDeadline(database.db, now()))!.at > deadline.at).toBe(true);
});
