import type { Kysely } from 'kysely';

/** Addresses that asked to be told of the news of a notice, and whose owner said yes by the link in a mail (adr 51). */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('notice_followers')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('email', 'text', (c) => c.notNull())
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('asked_at', 'text', (c) => c.notNull())
		.addColumn('confirmed_at', 'text')
		.addColumn('told_up_to', 'text')
		.execute();
	await db.schema
		.createIndex('notice_followers_by_notice')
		.on('notice_followers')
		.columns(['notice_id', 'told_up_to', 'id'])
		.execute();
	await db.schema.createIndex('notice_followers_by_email').on('notice_followers').column('email').execute();
}
