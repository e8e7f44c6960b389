import type { Kysely } from 'kysely';

/** The persons of a request, by their place in it (`m2`): the draft and the request that it becomes have one id. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('household_persons')
		.addColumn('request_id', 'text', (c) => c.notNull())
		.addColumn('member', 'text', (c) => c.notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addPrimaryKeyConstraint('household_persons_pk', ['request_id', 'member'])
		.execute();

	await db.schema.createIndex('household_persons_by_person').on('household_persons').column('person_id').execute();
}
