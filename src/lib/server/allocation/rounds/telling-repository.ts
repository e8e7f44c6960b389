import type { Kysely, Transaction } from 'kysely';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';

/** A published version whose households are not all told; the oldest first. */
export async function nextUntold(db: Kysely<Database>) {
	return db
		.selectFrom('rounds')
		.select('id')
		.where('published_at', 'is not', null)
		.where('told_at', 'is', null)
		.orderBy('published_at')
		.limit(1)
		.executeTakeFirst();
}

/**
 * The version, locked until the transaction ends; undefined when all its households are told, or another process is telling
 * them. SQLite has one writer at a time.
 */
export async function lockUntold(trx: Transaction<Database>, kind: DatabaseKind, id: string) {
	const untold = trx
		.selectFrom('rounds')
		.select(['notice_id as noticeId', 'version', 'kind', 'told_up_to as toldUpTo'])
		.where('id', '=', id)
		.where('told_at', 'is', null);
	return (kind === 'postgres' ? untold.forUpdate().skipLocked() : untold).executeTakeFirst();
}

/** Writes how far the messages are. */
export async function markTold(
	trx: Transaction<Database>,
	id: string,
	{ upTo, at }: { readonly upTo: string | null; readonly at: string | null }
): Promise<void> {
	await trx.updateTable('rounds').set({ told_up_to: upTo, told_at: at }).where('id', '=', id).execute();
}
