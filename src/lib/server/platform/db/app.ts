import type { Kysely, Transaction } from 'kysely';
import { config } from '$lib/server/config';
import { log } from '$lib/server/log';
import { createDatabase, type AppDatabase } from './database';
import type { Database } from '$lib/server/schema';

let opened: AppDatabase | undefined;

/** The database of this process, opened at first use. */
export function database(): AppDatabase {
	opened ??= createDatabase(config().databaseUrl, (error) => log.error({ err: error }, 'database connection lost'));
	return opened;
}

/** What is opened once for the database of this process, and anew for another one. */
export function onceADatabase<Opened>(open: (database: AppDatabase) => Opened): () => Opened {
	let made: { readonly database: AppDatabase; readonly opened: Opened } | undefined;
	return () => {
		const current = database();
		if (made?.database !== current) made = { database: current, opened: open(current) };
		return made.opened;
	};
}

/** Makes `given` the database of this process until it is closed: for tests of pages, each of which has its own. */
export function useDatabase(given: AppDatabase): void {
	opened = given;
}

/** For reads; throws inside `transact`. */
export function db(): Kysely<Database> {
	return database().db;
}

/** Runs `work` in one transaction: all of it, with its audit entries, or nothing; twice when somebody was faster. */
export function transact<Result>(work: (trx: Transaction<Database>) => Promise<Result>): Promise<Result> {
	return database().transact(work);
}

export async function closeDatabase(): Promise<void> {
	const closing = opened;
	opened = undefined;
	await closing?.close();
}
