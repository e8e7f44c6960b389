import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let test: TestDatabase;
let database: AppDatabase;
const lost: string[] = [];
beforeAll(async () => {
	test = await openTestDatabase();
	database = createDatabase(test.url, (error) => lost.push(error.message));
});
afterAll(async () => {
	await database.close();
	await test.close();
});

/** Ends a connection as the server does when it idles in a transaction, or an operator when it hangs. */
async function endConnection(pid: number): Promise<void> {
	await sql`select pg_terminate_backend(${pid})`.execute(test.db);
	await expect.poll(() => lost.length).toBeGreaterThan(0);
}

it('a connection lost in the middle of a transaction ends the transaction and not the process', async () => {
	// SQLite is a file: there is no connection to lose.
	if (database.kind === 'sqlite') return;
	const work = database.transact(async (trx) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
		await endConnection(rows[0]!.pid);
		await sql`select 1`.execute(trx);
	});
	await expect(work).rejects.toThrow();
	const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.db);
	expect(rows).toEqual([{ one: 1 }]);
});
