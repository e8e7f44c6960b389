import type { Kysely } from 'kysely';

/** How many requests of a notice are live, and which ended last, without reading the thousands of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('applications_by_end').on('applications').columns(['notice_id', 'ended_at']).execute();
}
