import { sql, type Kysely } from 'kysely';

/** A change of a published notice: one person proposes it, another confirms it, and households are told in turns. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createTable(db);
	await createIndexes(db);
}

async function createTable(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('notice_changes')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('extension', 'texts')`))
		.addColumn('before', 'text', (c) => c.notNull())
		.addColumn('after', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('confirmed', 'dropped')`))
		.addColumn('closed_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('closed_at', 'text')
		.addColumn('told_up_to', 'text')
		.addColumn('told_at', 'text')
		.addCheckConstraint(
			'notice_changes_closed_whole',
			sql`(outcome is null) = (closed_by is null) and (outcome is null) = (closed_at is null)`
		)
		.addCheckConstraint(
			'notice_changes_two_persons',
			sql`outcome is null or outcome <> 'confirmed' or closed_by <> proposed_by`
		)
		.execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('notice_changes_waiting')
		.unique()
		.on('notice_changes')
		.column('notice_id')
		.where(sql<boolean>`outcome is null`)
		.execute();
	await db.schema
		.createIndex('notice_changes_by_notice')
		.on('notice_changes')
		.columns(['notice_id', 'closed_at'])
		.execute();
	await db.schema.createIndex('notice_changes_by_proposer').on('notice_changes').column('proposed_by').execute();
	await db.schema.createIndex('notice_changes_by_closer').on('notice_changes').column('closed_by').execute();
	await db.schema
		.createIndex('notice_changes_untold')
		.on('notice_changes')
		.column('closed_at')
		.where(sql<boolean>`outcome = 'confirmed' and told_at is null`)
		.execute();
}
