import { PostgresAdapter, type Kysely, type Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** SQLite lets one transaction write at a time, and knows no locks of rows. */
const hasRowLocks = (db: Kysely<Database>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

const rowsOf = (trx: Transaction<Database>, ids: readonly string[]) =>
	trx.selectFrom('accounts').select(['id', 'email']).where('id', 'in', ids).orderBy('id');

/**
 * Holds accounts until the transaction ends: an erasure of one of them waits, and one that is under way is waited for.
 * Several transactions hold one account at once.
 */
export const hold = (trx: Transaction<Database>, ids: readonly string[]) =>
	(hasRowLocks(trx) ? rowsOf(trx, ids).forKeyShare() : rowsOf(trx, ids)).execute();

/** Waits for everybody who holds the account, and holds it alone until the transaction ends. */
export async function holdAlone(trx: Transaction<Database>, id: string): Promise<void> {
	if (hasRowLocks(trx)) await rowsOf(trx, [id]).forUpdate().execute();
}
