import { sql, type Kysely } from 'kysely';

/**
 * Channels beside the mail (adr 35): a mail in the outbox may go first as the news by SMS or App IO that there is something
 * to read. The number or the tax code is sealed under the key of its reader, and deleted once it is no longer needed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('outbox')
		.addColumn('channel', 'text', (c) =>
			c
				.notNull()
				.defaultTo('email')
				.check(sql`channel in ('email', 'sms', 'io')`)
		)
		.execute();
	await db.schema.alterTable('outbox').addColumn('direct_sealed', 'text').execute();
}
