import type { Kysely } from 'kysely';

/** The answer of a household to a notice of rejection, and the reasons of the decision. Both are sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const column of ['answer', 'answered_at', 'decision'])
		await db.schema.alterTable('rejections').addColumn(column, 'text').execute();
}
