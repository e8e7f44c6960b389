import type { Kysely } from 'kysely';

/** A notice may demand that requests are verified before an offer. Those from before do not. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('notices').addColumn('verified_since', 'text').execute();
}
