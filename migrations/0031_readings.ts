import { sql, type Kysely } from 'kysely';

/** Readings: who of the staff opened the names and contacts of a person, for which file, when and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('readings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('reader_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('subject_type', 'text', (c) =>
			c.notNull().check(sql`subject_type in ('offer', 'tenancy', 'listing', 'letter')`)
		)
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('reason', 'text')
		.execute();

	await db.schema
		.createIndex('readings_once_a_day')
		.on('readings')
		.columns(['person_id', 'reader_id', 'subject_type', 'subject_id', 'day'])
		.unique()
		.execute();
	await db.schema.createIndex('readings_by_reader').on('readings').column('reader_id').execute();
}
