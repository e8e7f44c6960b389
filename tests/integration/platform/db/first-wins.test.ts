import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { newId } from '$lib/server/ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let first: TestDatabase;
let second: AppDatabase;
beforeAll(async () => {
	first = await openTestDatabase();
	second = createDatabase(first.url);
});
afterAll(async () => {
	await second.close();
	await first.close();
});

const AT = '2026-11-22T10:00:00.000Z';

/** Looks, and inserts what is not there: 'mine', or whose it was. */
async function claim(database: AppDatabase, id: string, name: string): Promise<string> {
	return database.transact(async (trx) => {
		const found = await trx.selectFrom('organisations').select('name').where('id', '=', id).executeTakeFirst();
		if (found) return found.name;
		await trx.insertInto('organisations').values({ id, kind: 'owner', name, created_at: AT }).execute();
		return 'mine';
	});
}

test('when many look and then write the same thing at once, one wins and every other learns who', async () => {
	for (let round = 0; round < 10; round++) {
		const id = newId();
		const names = ['a', 'b', 'c', 'd'];
		const answers = await Promise.all(names.map((name, at) => claim(at % 2 ? first : second, id, name)));
		const winner = names[answers.indexOf('mine')];
		expect(answers.toSorted()).toEqual(['mine', winner, winner, winner].toSorted());
	}
});

test('work that does not look fails, and is tried no more than twice', async () => {
	const row = { id: newId(), kind: 'owner' as const, name: 'x', created_at: AT };
	let tries = 0;
	const insert = () =>
		first.transact((trx) => {
			tries += 1;
			return trx.insertInto('organisations').values(row).execute();
		});
	await insert();
	await expect(insert()).rejects.toThrow(/unique/i);
	expect(tries).toBe(3);
});

test('another failure is not tried again', async () => {
	let tries = 0;
	const fail = first.transact(async () => {
		tries += 1;
		throw new Error('Something else.');
	});
	await expect(fail).rejects.toThrow('Something else.');
	expect(tries).toBe(1);
});

test.skipIf(process.env['TEST_DATABASE'] !== 'postgres')(
	'of two that wait for each other PostgreSQL ends one, which is tried again',
	async () => {
		const ids = [newId(), newId()];
		const add = (id: string) => ({ id, kind: 'owner' as const, name: id, created_at: AT });
		await first.db.insertInto('organisations').values(ids.map(add)).execute();
		let holding = 0;
		let bothHold = () => {};
		const met = new Promise<void>((resolve) => (bothHold = resolve));
		const rename = (database: AppDatabase, name: string, order: readonly string[]) =>
			database.transact(async (trx) => {
				for (const id of order) {
					await trx
						.updateTable('organisations')
						.set({ name: name + id })
						.where('id', '=', id)
						.execute();
					holding += 1;
					if (holding === 2) bothHold();
					await met;
				}
			});
		await Promise.all([rename(first, 'a', ids), rename(second, 'b', ids.toReversed())]);
		// Each held its first row; one did both, and the other began anew.
		expect(holding).toBe(5);
	}
);
