import { sql, type Kysely } from 'kysely';

/** Requests of households under a notice: the draft that saves at each step, what was declared, what happened. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('application_drafts')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('answers_sealed', 'text', (c) => c.notNull())
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('updated_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createIndex('application_drafts_one')
		.on('application_drafts')
		.columns(['notice_id', 'account_id'])
		.unique()
		.execute();

	await db.schema
		.createTable('applications')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('pseudonym', 'text', (c) => c.notNull())
		.addColumn('protocol', 'text', (c) => c.notNull().unique())
		.addColumn('facts', 'text', (c) => c.notNull())
		.addColumn('needs_sealed', 'text', (c) => c.notNull())
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('choices', 'text', (c) => c.notNull())
		.addColumn('receipt_leaf', 'text', (c) => c.notNull())
		.addColumn('receipt_salt', 'text', (c) => c.notNull())
		.addColumn('submitted_at', 'text', (c) => c.notNull())
		.addColumn('ended_at', 'text')
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.execute();

	await db.schema
		.createIndex('applications_pseudonym')
		.on('applications')
		.columns(['notice_id', 'pseudonym'])
		.unique()
		.execute();

	await db.schema
		.createIndex('applications_one_live')
		.on('applications')
		.columns(['notice_id', 'account_id'])
		.unique()
		.where(sql<boolean>`ended_at is null and account_id is not null`)
		.execute();

	await db.schema.createIndex('applications_by_account').on('applications').column('account_id').execute();

	await db.schema
		.createTable('application_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('submitted', 'withdrawn', 'verified', 'excluded')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('reason', 'text')
		.execute();

	await db.schema
		.createIndex('application_events_once')
		.on('application_events')
		.columns(['application_id', 'event'])
		.unique()
		.execute();

	await db.schema.createIndex('application_drafts_by_account').on('application_drafts').column('account_id').execute();
}
