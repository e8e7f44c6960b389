import { sql, type Kysely } from 'kysely';

/** The funded programme: operations, their lines of services and works, indicators with their targets. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('programmes')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('cci', 'text', (c) => c.notNull())
		.addColumn('eligible_until', 'text', (c) => c.notNull())
		.addColumn('resources_cents', 'bigint', (c) => c.notNull())
		.addColumn('resources_source', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('operations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addColumn('name_it', 'text', (c) => c.notNull())
		.addColumn('code', 'text')
		.addColumn('facts', 'text')
		.execute();

	await db.schema
		.createTable('operation_lines')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('operation_id', 'text', (c) => c.notNull().references('operations.id'))
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('services', 'works', 'grants')`))
		.addColumn('axis', 'integer')
		.addColumn('name_it', 'text', (c) => c.notNull())
		.addColumn('pon_cents', 'bigint')
		.addColumn('total_cents', 'bigint')
		.addColumn('paid_cents', 'bigint')
		.addColumn('status', 'text')
		.addColumn('starts_on', 'text')
		.addColumn('ends_on', 'text')
		.addColumn('source', 'text')
		.addColumn('note', 'text')
		.execute();

	await db.schema
		.createTable('indicators')
		.addColumn('code', 'text', (c) => c.primaryKey())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addColumn('fund', 'text', (c) => c.notNull())
		.addColumn('axis', 'integer', (c) => c.notNull())
		.addColumn('name_it', 'text', (c) => c.notNull())
		.addColumn('name_en', 'text', (c) => c.notNull())
		.addColumn('unit', 'text', (c) => c.notNull())
		.addColumn('target_2018', 'integer')
		.addColumn('target_2023', 'integer')
		.execute();
}
