import { sql, type Kysely } from 'kysely';

/** Keyed hashes of the beginnings of names, by which the office finds a person (adr 41). The portal fills them in by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('name_tokens')
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id').onDelete('cascade'))
		.addPrimaryKeyConstraint('name_tokens_key', ['token', 'person_id'])
		.execute();
	await db.schema.createIndex('name_tokens_by_person').on('name_tokens').column('person_id').execute();
	await db.schema
		.alterTable('persons')
		.addColumn('names_indexed', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema
		.createIndex('persons_to_index')
		.on('persons')
		.column('id')
		.where(sql<boolean>`names_indexed = 0`)
		.execute();
	await db.schema.createIndex('applications_by_code').on('applications').column('pseudonym').execute();
}
