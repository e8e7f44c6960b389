import { sql, type Kysely } from 'kysely';

/** Photographs of a building or a dwelling, taken by the staff. SQLite keeps bytes as they are whatever a column is called. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('photographs')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('building_id', 'text', (c) => c.references('buildings.id'))
		.addColumn('dwelling_id', 'text', (c) => c.references('dwellings.id'))
		.addColumn('part', 'text', (c) => c.notNull())
		.addColumn('image', sql`bytea`, (c) => c.notNull())
		.addColumn('thumbnail', sql`bytea`, (c) => c.notNull())
		.addColumn('width', 'integer', (c) => c.notNull())
		.addColumn('height', 'integer', (c) => c.notNull())
		.addColumn('taken_on', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.addCheckConstraint('photographs_of_one', sql`(building_id is null) <> (dwelling_id is null)`)
		.execute();
	for (const of of ['building', 'dwelling'] as const)
		await db.schema
			.createIndex(`photographs_by_${of}`)
			.on('photographs')
			.columns([`${of}_id`, 'recorded_at'])
			.execute();
}
