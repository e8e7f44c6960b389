import { sql, type Kysely } from 'kysely';

/** Versions of a request: a later one names the one whose place it takes, and the earlier one has the event `replaced`. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('applications')
		.addColumn('replaces', 'text', (c) => c.references('applications.id'))
		.execute();
	await db.schema.createIndex('applications_replaces').on('applications').column('replaces').unique().execute();
	await events(db);
}

/** SQLite changes no check of a table, so the table is made anew. */
async function events(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('application_events_kept')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('submitted', 'replaced', 'withdrawn', 'verified', 'excluded')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('reason', 'text')
		.execute();
	await sql`insert into application_events_kept (id, application_id, event, at, account_id, reason)
		select id, application_id, event, at, account_id, reason from application_events`.execute(db);
	await db.schema.dropTable('application_events').execute();
	await db.schema.alterTable('application_events_kept').renameTo('application_events').execute();
	await db.schema
		.createIndex('application_events_once')
		.on('application_events')
		.columns(['application_id', 'event'])
		.unique()
		.execute();
}
