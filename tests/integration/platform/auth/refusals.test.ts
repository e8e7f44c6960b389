import '../../../support/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '$lib/server/clock';
import { keepTally, readTally } from '$lib/server/platform/audit/tally';
import type { Actor } from '$lib/server/platform/auth/actor';
import { refusals } from '$lib/server/platform/auth/refusals';
import { closeDatabase, useDatabase } from '$lib/server/platform/db/app';
import { newId } from '$lib/server/ids';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	useDatabase(database);
	// Counts are kept in memory, and earlier files of this process may have left some.
	await keepTally(async () => {}, now());
});
afterAll(closeDatabase);

async function anActor(): Promise<Actor> {
	const { id } = await anAccount(database);
	return { id, role: 'applicant', name: 'Prova', organisationId: null, demo: false };
}

/** A request of `actor` that was answered with `status`. */
const answered = (actor: Actor | null, method: string, status: number, params: Record<string, string> = {}) =>
	refusals({
		event: {
			locals: { actor },
			params,
			request: { method },
			route: { id: '/(admin)/admin/accounts/[id]' },
			isSubRequest: false
		} as never,
		resolve: () => new Response(null, { status })
	});

const entries = () => database.db.selectFrom('audit_entries').selectAll().orderBy('seq').execute();
const counted = async () => {
	await keepTally(database.transact, now());
	return (await readTally(database.db, now())).pageRefused.today;
};

test('refused pages are counted and write no entry, however many', async () => {
	const actor = await anActor();
	for (let n = 0; n < 100; n += 1) {
		await answered(actor, n % 2 ? 'GET' : 'HEAD', 403);
		await answered(actor, 'GET', 404, { id: newId() });
	}
	expect(await entries()).toEqual([]);
	expect(await counted()).toBe(200);
});

test('a refused act is an entry with who, what and which record; beyond twenty a day it is counted', async () => {
	const [actor, another] = [await anActor(), await anActor()];
	const [before, record] = [await counted(), newId()];
	for (let n = 0; n < 60; n += 1) await answered(actor, 'POST', 404, { id: record });
	await answered(another, 'POST', 403, { id: '../etc/passwd' });
	const written = await entries();
	expect(written.map(({ actor_id }) => actor_id)).toEqual([...Array.from({ length: 20 }, () => actor.id), another.id]);
	expect(written[0]).toMatchObject({ event: 'access_refused', subject_id: '/(admin)/admin/accounts/[id]' });
	expect(JSON.parse(written[0]!.detail!)).toEqual({ status: 404, method: 'POST', record });
	expect(JSON.parse(written.at(-1)!.detail!)).toMatchObject({ record: null });
	expect((await counted()) - before).toBe(40);
});

test('what is answered, what a stranger asks and what is not there are neither', async () => {
	const [actor, before] = [await anActor(), await counted()];
	const written = (await entries()).length;
	await answered(actor, 'POST', 303);
	await answered(actor, 'POST', 404, { id: 'no-record-of-ours' });
	await answered(null, 'POST', 403);
	expect(await entries()).toHaveLength(written);
	expect(await counted()).toBe(before);
});
