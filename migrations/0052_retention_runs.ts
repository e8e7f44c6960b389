import { sql, type Kysely } from 'kysely';

/**
 * Lists of records whose time is over, which two persons agree to and a job then removes (adr 43). `slot`: 1 until the list is
 * carried out or withdrawn, so that there is one at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('retention_runs')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('slot', 'integer', (c) => c.unique().check(sql`slot = 1`))
		.addColumn('shown', 'text', (c) => c.notNull())
		.addColumn('gone', 'text', (c) => c.notNull())
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('confirmed', 'withdrawn')`))
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addColumn('finished_at', 'text')
		.addCheckConstraint(
			'retention_runs_decided',
			sql`(outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)`
		)
		.addCheckConstraint(
			'retention_runs_second_person',
			sql`outcome is null or outcome = 'withdrawn' or decided_by <> proposed_by`
		)
		.execute();
	// The job looks for the records that are due by the day from which their time counts.
	await db.schema.createIndex('messages_by_day').on('messages').column('created_at').execute();
	await db.schema.createIndex('readings_by_day').on('readings').column('at').execute();
	await db.schema.createIndex('tenant_requests_by_end').on('tenant_requests').column('ended_at').execute();
}
