import type { Kysely } from 'kysely';

/** The plan of a notice's set-asides: the facts, the rule and the counts by list and size that it publishes (adr 22). */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('notices').addColumn('set_aside_plan', 'text').execute();
}
