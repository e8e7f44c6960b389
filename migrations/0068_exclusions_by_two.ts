import type { Kysely } from 'kysely';

/** Where a household would lose a home, one person proposes the exclusion and another decides it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('rejections')
		.addColumn('proposed_by', 'text', (c) => c.references('accounts.id'))
		.execute();
	await db.schema.alterTable('rejections').addColumn('proposed_at', 'text').execute();
	await db.schema.createIndex('rejections_by_proposer').on('rejections').column('proposed_by').execute();
}
