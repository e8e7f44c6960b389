import type { Kysely } from 'kysely';

/** When the person of a mandate was told that it ends soon. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('mandates').addColumn('reminded_at', 'text').execute();
	// The job looks for the mandates that end soon.
	await db.schema.createIndex('mandates_by_end').on('mandates').column('ends_at').execute();
}
