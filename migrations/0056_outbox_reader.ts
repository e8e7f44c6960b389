import type { Kysely } from 'kysely';

/**
 * The account that a message in the outbox is for. What it says is decided when it leaves, by what its reader wants at that moment.
 * A mail about the account itself, and every mail that was written before, has none: it leaves as it was written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('outbox')
		.addColumn('reader_id', 'text', (c) => c.references('accounts.id'))
		.execute();
}
