import { sql, type Kysely } from 'kysely';

/** Files of dwellings that were uploaded and checked and wait for a confirmation; the content goes when it is done. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('imports')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('file_name', 'text', (c) => c.notNull())
		.addColumn('content', 'text')
		.addColumn('report', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.addColumn('imported_at', 'text')
		.addCheckConstraint('imports_content_until_done', sql`imported_at is null or content is null`)
		.execute();

	await db.schema.createIndex('imports_by_expiry').on('imports').column('expires_at').execute();
}
