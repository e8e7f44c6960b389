import type { Kysely } from 'kysely';

/** How each session was signed in, for the person's own list of sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('sessions')
		.addColumn('way', 'text', (c) => c.notNull().defaultTo('password'))
		.execute();
}
