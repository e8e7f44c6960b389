import type { Kysely } from 'kysely';

/**
 * The day on which the person is told next that a document ends. A document that was kept before is looked at once, which
 * finds its day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('documents')
		.addColumn('warn_on', 'text', (c) => c.defaultTo('1900-01-01'))
		.execute();
	await db.schema.createIndex('documents_by_warning').on('documents').column('warn_on').execute();
}
