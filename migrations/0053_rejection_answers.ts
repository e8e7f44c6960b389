import type { Kysely } from 'kysely';

/** What a household answers to a notice of rejection, and why the office decided as it did; both sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const column of ['answer', 'answered_at', 'decision'])
		await db.schema.alterTable('rejections').addColumn(column, 'text').execute();
}
