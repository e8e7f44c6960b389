import { sql, type Kysely } from 'kysely';

/**
 * Removals of homes: withdrawn, already let, damaged, being worked on again, or out of a notice to be corrected. Each is
 * proposed and, where a notice promises the home, confirmed by a second person (adr 25).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('removals')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('notice_id', 'text', (c) => c.references('notices.id'))
		.addColumn('kind', 'text', (c) =>
			c.notNull().check(sql`kind in ('withdrawn', 'already-let', 'damaged', 'works-reopened', 'to-correct')`)
		)
		.addColumn('happened_on', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('persons', 'integer', (c) => c.notNull().check(sql`persons in (1, 2)`))
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('closed_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('closed_at', 'text')
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('confirmed', 'dismissed')`))
		.addColumn('ended_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('ended_at', 'text')
		.addCheckConstraint(
			'removals_two_persons',
			sql`outcome is null or outcome = 'dismissed' or persons = 1 or closed_by <> proposed_by`
		)
		.execute();

	await addIndexes(db);
}

async function addIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('removals_one_waits')
		.on('removals')
		.column('dwelling_id')
		.unique()
		.where(sql<boolean>`outcome is null`)
		.execute();

	await db.schema.createIndex('removals_by_dwelling').on('removals').column('dwelling_id').execute();
}
