import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import type { OutboxTable } from './table';

export type OutboxMail = Selectable<OutboxTable>;

export async function insertMail(trx: Transaction<Database>, row: Insertable<OutboxTable>): Promise<void> {
	await trx.insertInto('outbox').values(row).execute();
}

/**
 * Claims up to `limit` due mails and postpones them to `lease`. The process that claims them has until then to send
 * them. Several processes on PostgreSQL claim different mails; SQLite has one writer at a time.
 */
export async function claimDue(
	trx: Transaction<Database>,
	kind: DatabaseKind,
	at: { now: Instant; lease: Instant },
	limit: number
): Promise<OutboxMail[]> {
	const due = trx
		.selectFrom('outbox')
		.select('id')
		.where('sent_at', 'is', null)
		.where('given_up_at', 'is', null)
		.where('due_at', '<=', at.now)
		.orderBy('due_at')
		.limit(limit);
	const rows = await (kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	return trx
		.updateTable('outbox')
		.set((eb) => ({ due_at: at.lease, attempts: eb('attempts', '+', 1) }))
		.where('id', 'in', ids)
		.returningAll()
		.execute();
}

export async function updateMail(
	trx: Transaction<Database>,
	id: string,
	changes: Updateable<OutboxTable>
): Promise<void> {
	await trx.updateTable('outbox').set(changes).where('id', '=', id).execute();
}

/** The newest `limit` mails that were not sent, for the demo's letter box. */
export async function newestUnsent(db: Kysely<Database>, limit: number): Promise<OutboxMail[]> {
	return db
		.selectFrom('outbox')
		.selectAll()
		.where('sent_at', 'is', null)
		.where('body', 'is not', null)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}

/** The mail of a message is not tried again, and its text is deleted. */
export async function stopMail(trx: Transaction<Database>, id: string, at: string): Promise<void> {
	await trx
		.updateTable('outbox')
		.set({ given_up_at: at, body: null, direct_sealed: null, receipt_sealed: null })
		.where('message_id', '=', id)
		.where('sent_at', 'is', null)
		.execute();
}
