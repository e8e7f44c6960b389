import { inject } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { postgresCopies, sqliteCopies, writeFast, type DatabaseCopies } from './database-copies';

export type TestDatabase = AppDatabase & { readonly url: string };

let copies: DatabaseCopies | undefined;

/** The databases of the kind under test, for all test files that share this process. */
function databaseCopies(): DatabaseCopies {
	copies ??= process.env['TEST_DATABASE'] === 'postgres' ? postgresCopies(inject('postgresUrl')) : sqliteCopies();
	return copies;
}

/** A new, migrated database of the kind under test: an SQLite file, or a database of the PostgreSQL server. */
export async function openTestDatabase(): Promise<TestDatabase> {
	const { fresh, remove } = databaseCopies();
	const url = await fresh();
	const database = createDatabase(url);
	await writeFast(database);
	return {
		...database,
		url,
		close: async () => {
			await database.close();
			await remove(url);
		}
	};
}
