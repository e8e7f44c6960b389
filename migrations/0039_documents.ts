import type { Kysely } from 'kysely';

/**
 * Documents of a person. The kind itself may tell of health or hardship, so it is sealed with everything else that was
 * told; the pages lie sealed in the store of files, under `upload_id`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('documents')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('upload_id', 'text', (c) => c.notNull())
		.addColumn('facts_sealed', 'text', (c) => c.notNull())
		.addColumn('replaced_by', 'text', (c) => c.references('documents.id'))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('updated_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema.createIndex('documents_by_account').on('documents').columns(['account_id', 'created_at']).execute();
	await db.schema.createIndex('documents_by_upload').on('documents').column('upload_id').unique().execute();
	await db.schema.createIndex('documents_by_replacement').on('documents').column('replaced_by').execute();
}
