import { now } from '$lib/server/clock';
import { endAllAccess } from '$lib/server/platform/accounts/end-all';
import { system } from '$lib/server/platform/auth/actor';
import { closeDatabase, database, transact } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';

/** Brings a restored database to the newest schema and ends the sessions and links that the backup brought back. */
export async function finishRestore(): Promise<void> {
	await migrateToLatest(database().db);
	await transact((trx) => endAllAccess(trx, system, now()));
	await closeDatabase();
	process.stdout.write('Every session and every mailed link has ended: people sign in again.\n');
}
