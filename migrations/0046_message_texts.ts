import { sql, type Kysely } from 'kysely';

/**
 * Words of messages that the agency writes in the place of the product's (adr 40). Each proposal is a row that never changes
 * but for its outcome; the newest approved one is used. A row without words leads back to the product's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('message_texts')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('template', 'text', (c) => c.notNull())
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('subject', 'text')
		.addColumn('text', 'text')
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('approved', 'refused')`))
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addCheckConstraint('message_texts_words', sql`(subject is null) = (text is null)`)
		.addCheckConstraint(
			'message_texts_decided',
			sql`(outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)`
		)
		.addCheckConstraint(
			'message_texts_second_person',
			sql`outcome is null or outcome = 'refused' or decided_by <> proposed_by`
		)
		.execute();
	await addIndexes(db);
}

/** One proposal waits at a time for a message and a language; the newest approved one is found for each message written. */
async function addIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('message_texts_open')
		.unique()
		.on('message_texts')
		.columns(['template', 'locale'])
		.where(sql<boolean>`outcome is null`)
		.execute();
	await db.schema
		.createIndex('message_texts_used')
		.on('message_texts')
		.columns(['template', 'locale', 'decided_at'])
		.where(sql<boolean>`outcome = 'approved'`)
		.execute();
}
