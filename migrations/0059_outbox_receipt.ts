import { sql, type Kysely } from 'kysely';

/**
 * App IO takes a message and says later whether it could be delivered (adr 35). `receipt_sealed` is the id by which the portal asks,
 * sealed under the key of the reader and deleted with the answer. `left_channel` and `left_at` say which channel did not reach the
 * reader, and when the row went on as a mail.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('outbox').addColumn('receipt_sealed', 'text').execute();
	await db.schema
		.alterTable('outbox')
		.addColumn('left_channel', 'text', (c) => c.check(sql`left_channel in ('sms', 'io')`))
		.execute();
	await db.schema.alterTable('outbox').addColumn('left_at', 'text').execute();
}
