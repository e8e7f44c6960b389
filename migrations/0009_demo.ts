import { sql, type Kysely } from 'kysely';

/** Whether this database holds the demo world, and how far its clock was moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('demo_world')
		.addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
		.addColumn('seed', 'text', (c) => c.notNull())
		.addColumn('loaded_at', 'text', (c) => c.notNull())
		.addColumn('clock_offset_ms', 'bigint', (c) => c.notNull().defaultTo(0))
		.execute();
}
