import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/db/schema';
import type { AuditEntriesTable } from './table';

const BATCH = 500;

/** The head of the chain, locked until the transaction ends (SQLite holds the only write lock already). */
export async function lockHead(trx: Transaction<Database>): Promise<{ seq: number; hash: string }> {
	// An update locks the row on both databases; `for update` is unknown to SQLite.
	return trx
		.updateTable('audit_head')
		.set((eb) => ({ seq: eb.ref('seq') }))
		.where('id', '=', 1)
		.returning(['seq', 'hash'])
		.executeTakeFirstOrThrow();
}

export async function appendEntries(
	trx: Transaction<Database>,
	rows: readonly AuditEntriesTable[],
	head: { seq: number; hash: string }
): Promise<void> {
	for (let from = 0; from < rows.length; from += BATCH) {
		await trx
			.insertInto('audit_entries')
			.values(rows.slice(from, from + BATCH))
			.execute();
	}
	await trx.updateTable('audit_head').set(head).where('id', '=', 1).execute();
}

export async function readHead(db: Kysely<Database>): Promise<{ seq: number; hash: string }> {
	return db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();
}

/** Up to `limit` entries after `seq`, in order. */
export async function entriesAfter(db: Kysely<Database>, seq: number, limit: number): Promise<AuditEntriesTable[]> {
	return db.selectFrom('audit_entries').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
}
