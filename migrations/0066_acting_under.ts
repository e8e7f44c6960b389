import type { Kysely } from 'kysely';

/** The mandate under which the session of a helper works for a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('sessions').addColumn('acting_under', 'text').execute();
}
