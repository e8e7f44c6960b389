import type { Kysely } from 'kysely';

/** What staff write on the file of a request. A note is never changed: another one corrects it, once. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('request_notes')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('corrects', 'text', (c) => c.unique().references('request_notes.id'))
		.addColumn('text_sealed', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('request_notes_by_request')
		.on('request_notes')
		.columns(['application_id', 'at'])
		.execute();
	await db.schema.createIndex('request_notes_by_author').on('request_notes').column('account_id').execute();
}
