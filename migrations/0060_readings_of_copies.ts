import { sql, type Kysely } from 'kysely';

/**
 * A copy of a file leaves a row too, and each purpose of a day its own. SQLite changes no check, so the table is made anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('readings_with_copies')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.references('persons.id'))
		.addColumn('reader_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('subject_type', 'text', (c) =>
			c.notNull().check(sql`subject_type in ('offer', 'tenancy', 'listing', 'letter', 'request',
				'search', 'answer', 'home', 'rejection', 'account', 'copy')`)
		)
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('reason', 'text')
		.execute();
	await sql`insert into readings_with_copies (id, person_id, reader_id, subject_type, subject_id, day, at, reason)
		select id, person_id, reader_id, subject_type, subject_id, day, at, reason from readings`.execute(db);
	await db.schema.dropTable('readings').execute();
	await db.schema.alterTable('readings_with_copies').renameTo('readings').execute();
	await indexes(db);
}

async function indexes(db: Kysely<unknown>): Promise<void> {
	const once = ['reader_id', 'subject_type', 'subject_id', 'day'];
	await db.schema
		.createIndex('readings_once_a_day')
		.on('readings')
		.columns(['person_id', ...once])
		.unique()
		.where(sql<boolean>`subject_type <> 'copy'`)
		.execute();
	await db.schema
		.createIndex('readings_of_nobody_once_a_day')
		.on('readings')
		.columns(once)
		.unique()
		.where(sql<boolean>`person_id is null and subject_type <> 'copy'`)
		.execute();
	await db.schema.createIndex('readings_by_person').on('readings').column('person_id').execute();
	await db.schema.createIndex('readings_by_reader').on('readings').column('reader_id').execute();
	await db.schema.createIndex('readings_by_subject').on('readings').columns(['subject_type', 'subject_id']).execute();
}
