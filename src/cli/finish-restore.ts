import { now } from '$lib/server/clock';
import { eraseRestored } from '$lib/server/desk/rights/erase-restored';
import { endAllAccess } from '$lib/server/platform/accounts/end-all';
import { system } from '$lib/server/platform/auth/actor';
import { closeDatabase, database, transact } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';

/**
 * Brings a restored database to the newest schema. What the backup brought back of persons who were erased since goes, and the
 * sessions and links end.
 */
export async function finishRestore(): Promise<void> {
	await migrateToLatest(database().db);
	await transact(async (trx) => {
		await eraseRestored(trx, now());
		await endAllAccess(trx, system, now());
	});
	await closeDatabase();
	process.stdout.write('Every session and every mailed link has ended: people sign in again.\n');
}
