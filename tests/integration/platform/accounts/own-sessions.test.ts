import '../../../support/settings';
import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest';
import { machineTime, now } from '$lib/server/clock';
import { endOwnSessions, readOwnSessions } from '$lib/server/platform/accounts/own-sessions';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let sessions: Sessions;
let by: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
});
afterAll(() => database.close());
beforeEach(async () => (by = await anActor()));

async function anActor(role: Actor['role'] = 'applicant'): Promise<Actor> {
	const { id } = await anAccount(database, { role });
	return { id, role, name: 'Prova', organisationId: null, demo: false };
}
const open = (browser: string, of = by) => sessions.start({ ...of, browser }, 'password-only');
const list = (present: string, of = by) => readOwnSessions(database.db, of, present);
const end = (which: Parameters<typeof endOwnSessions>[1], of = by) =>
	database.transact((trx) => endOwnSessions(trx, which, of, now()));
const told = () =>
	database.db
		.selectFrom('audit_entries')
		.select('detail')
		.where('event', '=', 'sessions_ended')
		.where('actor_id', '=', by.id)
		.execute();
/** Makes a session as old as `seconds`. */
async function age(secret: string, seconds: number) {
	const created_at = new Date(Date.parse(machineTime()) - seconds * 1000).toISOString();
	await database.transact((trx) =>
		trx.updateTable('sessions').set({ created_at }).where('id', '=', digest(secret)).execute()
	);
}

test('this device stands first, the others by age, and those of other people are not there', async () => {
	const [here, newer, older] = [await open('firefox linux'), await open('safari iphone'), await open('chrome windows')];
	await open('chrome android', await anActor());
	await age(older, 7200);
	await age(here, 3600);
	const seen = await list(here);
	expect(seen.map(({ browser, here: own }) => [browser, own])).toEqual([
		['firefox', true],
		['safari', false],
		['chrome', false]
	]);
	expect(seen.map(({ id }) => id)).toEqual([here, newer, older].map(digest));
});

test('each says how it was signed in', async () => {
	const who = await anActor();
	const here = await sessions.start({ ...who, browser: 'firefox linux' }, 'password-only');
	await sessions.start({ ...who, browser: 'chrome android' }, 'complete');
	await sessions.start({ ...who, browser: 'safari iphone', way: 'public-identity' }, 'complete');
	const ways = new Map((await list(here, who)).map(({ browser, way }) => [browser, way]));
	expect(Object.fromEntries(ways)).toEqual({
		firefox: 'password',
		chrome: 'password-and-code',
		safari: 'public-identity'
	});
});

test('one session ends, twice asked too, and the log tells it once', async () => {
	const [here, there, third] = [await open('firefox linux'), await open('safari iphone'), await open('edge windows')];
	expect(await end({ only: digest(there) })).toEqual({ ended: 1 });
	expect(await end({ only: digest(there) })).toEqual({ ended: 0 });
	expect(await sessions.read(there)).toBeNull();
	expect(await sessions.read(here)).not.toBeNull();
	expect(await sessions.read(third)).not.toBeNull();
	expect((await told()).map(({ detail }) => detail)).toEqual(['{"count":1}']);
});

test('all the others end, and this one stays', async () => {
	const [here, there, third] = [await open('firefox linux'), await open('safari iphone'), await open('edge windows')];
	const stranger = await anActor();
	const theirs = await open('chrome android', stranger);
	expect(await end({ exceptPresent: here })).toEqual({ ended: 2 });
	expect(await end({ exceptPresent: here })).toEqual({ ended: 0 });
	expect(await Promise.all([here, there, third, theirs].map((id) => sessions.read(id)))).toEqual([
		expect.anything(),
		null,
		null,
		expect.anything()
	]);
	expect(await told()).toHaveLength(1);
});

test('nobody ends a session of another person', async () => {
	const stranger = await anActor();
	const theirs = await open('chrome android', stranger);
	expect(await end({ only: digest(theirs) })).toEqual({ ended: 0 });
	expect(await sessions.read(theirs)).not.toBeNull();
	expect(await told()).toEqual([]);
});

test('a session past its last moment is not listed; one that waits for the code says so', async () => {
	const officer = await anActor('officer');
	const here = await sessions.start({ ...officer, browser: 'firefox linux' }, 'complete');
	const past = await sessions.start({ ...officer, browser: 'edge windows' }, 'complete');
	const pending = await sessions.start({ ...officer, browser: 'chrome windows' }, 'pending');
	await age(past, 12 * 3600);
	const seen = await list(here, officer);
	expect(seen.map(({ browser, waiting }) => [browser, waiting])).toEqual([
		['firefox', false],
		['chrome', true]
	]);
	await age(pending, 15 * 60);
	expect(await list(here, officer)).toHaveLength(1);
});

test('a session of an earlier release, whose browser is not known, is listed', async () => {
	const here = await sessions.start(by, 'password-only');
	expect(await list(here)).toMatchObject([{ browser: 'other', system: 'other', here: true }]);
});
