import { sql, type Kysely } from 'kysely';

/** Rule sets that staff made from those that come with the portal, and what happened to each. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rule_sets')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('base_id', 'text')
		.addColumn('rules', 'text', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('created_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('rule_set_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('rule_set_id', 'text', (c) => c.notNull().references('rule_sets.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('forked', 'imported', 'proposed', 'returned', 'approved', 'discarded')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('reason', 'text')
		.execute();

	await db.schema
		.createIndex('rule_set_events_end_once')
		.on('rule_set_events')
		.column('rule_set_id')
		.unique()
		.where(sql<boolean>`event in ('approved', 'discarded')`)
		.execute();
	await db.schema
		.createIndex('rule_set_events_by_rule_set')
		.on('rule_set_events')
		.columns(['rule_set_id', 'id'])
		.execute();
}
