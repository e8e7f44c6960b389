import { sql, type Kysely } from 'kysely';

/** A household contests a line of its points during the days for corrections; an officer decides. Which line, and why, is sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('contests')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('content_sealed', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('corrected', 'kept')`))
		.addColumn('decision_sealed', 'text')
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addCheckConstraint(
			'contests_decided_whole',
			sql`(outcome is null) = (decision_sealed is null) and (outcome is null) = (decided_by is null)
				and (outcome is null) = (decided_at is null)`
		)
		.execute();
	await db.schema.createIndex('contests_by_request').on('contests').columns(['application_id', 'at']).execute();
	await db.schema.createIndex('contests_by_author').on('contests').column('account_id').execute();
	await db.schema.createIndex('contests_by_decider').on('contests').column('decided_by').execute();
	await db.schema
		.createIndex('contests_open')
		.on('contests')
		.columns(['notice_id', 'at'])
		.where(sql<boolean>`outcome is null`)
		.execute();
}
