import '../../../support/settings';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { updateAccount } from '$lib/server/platform/accounts/repository';
import { lifetimes } from '$lib/server/platform/auth/lifetimes';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { openSession } from '$lib/server/platform/auth/sign-in';
import { now, shiftClock } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let sessions: Sessions;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
});
afterAll(() => database.close());
afterEach(() => {
	vi.useRealTimers();
	shiftClock(0);
});

const start = new Date('2026-11-22T08:00:00.000Z').getTime();
/** Only the clock: timers of the database stay real. */
const at = (seconds: number) => {
	vi.useFakeTimers({ toFake: ['Date'] });
	vi.setSystemTime(start + seconds * 1000);
};

test('the database keeps the hash of a session id, never the id', async () => {
	const id = await sessions.start(await anAccount(database), 'password-only');
	const rows = await database.db.selectFrom('sessions').selectAll().execute();
	expect(rows.map((row) => row.id)).toContain(digest(id));
	expect(JSON.stringify(rows)).not.toContain(id.split('.')[1]);
});

test('an id that was never given out, or with the word of another kind, opens nothing', async () => {
	const id = await sessions.start(await anAccount(database, { role: 'officer' }), 'complete');
	const odd = ['constructor.x', '__proto__.x', 'toString.', 'hasOwnProperty'];
	for (const wrong of ['', 'x', 'home.x', id.replace('desk.', 'home.'), id.slice(0, -1), `${id}x`, ...odd])
		expect(await sessions.read(wrong), wrong).toBeNull();
	expect(await sessions.read(id)).toMatchObject({ secondFactor: true, account: { role: 'officer' } });
});

describe.each([
	['desk', 'officer'],
	['home', 'applicant']
] as const)('a session of kind %s', (kind, role) => {
	const { idle, absolute } = lifetimes[kind];

	test('ends when it was idle for its time, and not a second before', async () => {
		at(0);
		const account = await anAccount(database, { role });
		const [kept, lost] = [await sessions.start(account, 'complete'), await sessions.start(account, 'complete')];
		at(idle - 1);
		expect(await sessions.read(kept)).not.toBeNull();
		at(idle);
		expect(await sessions.read(lost)).toBeNull();
		expect(await sessions.read(kept)).not.toBeNull();
	});

	test('ends at its absolute lifetime, however busy', async () => {
		at(0);
		const id = await sessions.start(await anAccount(database, { role }), 'complete');
		for (let second = 0; second < absolute; second += Math.floor(idle / 3)) {
			at(second);
			expect(await sessions.read(id)).not.toBeNull();
		}
		at(absolute - 1);
		expect(await sessions.read(id)).not.toBeNull();
		at(absolute);
		expect(await sessions.read(id)).toBeNull();
	});
});

test('a jump of the demo clock ends nobody’s session', async () => {
	const id = await sessions.start(await anAccount(database, { role: 'officer' }), 'complete');
	shiftClock(400 * 24 * 3600 * 1000);
	expect(await sessions.read(id)).not.toBeNull();
});

test('a disabled account is out at once; a new role counts from the next request', async () => {
	const account = await anAccount(database);
	const id = await sessions.start(account, 'password-only');
	await database.transact((trx) => updateAccount(trx, account.id, { role: 'landlord' }));
	expect((await sessions.read(id))?.account.role).toBe('landlord');
	await database.transact((trx) => updateAccount(trx, account.id, { disabled_at: now() }));
	expect(await sessions.read(id)).toBeNull();
});

test('a session opened in a transaction that fails never was', async () => {
	const account = await anAccount(database);
	let id = '';
	const failing = database.transact(async (trx) => {
		({ sessionId: id } = await openSession(trx, sessions, account, null, now()));
		expect(await sessions.read(id)).not.toBeNull();
		throw new Error('after all');
	});
	await expect(failing).rejects.toThrow('after all');
	expect(await sessions.read(id)).toBeNull();
});

test('signing in ends the session the browser came with and makes another id (fixation)', async () => {
	const [stranger, person] = [await anAccount(database), await anAccount(database)];
	const planted = await sessions.start(stranger, 'password-only');
	const opened = await database.transact((trx) => openSession(trx, sessions, person, planted, now()));
	expect(opened.sessionId).not.toBe(planted);
	expect(await sessions.read(planted)).toBeNull();
	expect((await sessions.read(opened.sessionId))?.account.id).toBe(person.id);
});

test('staff get a pending session, without the second factor, for a quarter of an hour', async () => {
	at(0);
	const officer = await anAccount(database, { role: 'officer' });
	const opened = await database.transact((trx) => openSession(trx, sessions, officer, null, now()));
	expect(opened.pending).toBe(true);
	expect(await sessions.read(opened.sessionId)).toMatchObject({ secondFactor: false });
	at(lifetimes.pending.absolute);
	expect(await sessions.read(opened.sessionId)).toBeNull();
});

test('the sweep removes what is idle and leaves the rest', async () => {
	at(0);
	const account = await anAccount(database);
	const old = await sessions.start(account, 'password-only');
	at(lifetimes.home.idle);
	const fresh = await sessions.start(account, 'password-only');
	await sessions.sweep();
	const ids = (await database.db.selectFrom('sessions').select('id').execute()).map((row) => row.id);
	expect(ids).toContain(digest(fresh));
	expect(ids).not.toContain(digest(old));
});
