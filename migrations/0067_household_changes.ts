import { sql, type Kysely } from 'kysely';

/** A birth, death, separation, move or certificate after a request was sent; an officer decides. Which one, and why, is sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('household_changes')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('content_sealed', 'text', (c) => c.notNull())
		.addColumn('channel', 'text', (c) => c.check(sql`channel in ('letter', 'phone', 'desk')`))
		.addColumn('told_on', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('accepted', 'refused')`))
		.addColumn('decision_sealed', 'text')
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addCheckConstraint(
			'household_changes_decided_whole',
			sql`(outcome is null) = (decision_sealed is null) and (outcome is null) = (decided_by is null)
				and (outcome is null) = (decided_at is null)`
		)
		.execute();
	await index(db);
}

async function index(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('household_changes_by_request')
		.on('household_changes')
		.columns(['application_id', 'at'])
		.execute();
	await db.schema.createIndex('household_changes_by_author').on('household_changes').column('account_id').execute();
	await db.schema.createIndex('household_changes_by_decider').on('household_changes').column('decided_by').execute();
	await db.schema
		.createIndex('household_changes_open')
		.on('household_changes')
		.columns(['notice_id', 'at'])
		.where(sql<boolean>`outcome is null`)
		.execute();
}
