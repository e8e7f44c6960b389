import { sql, type Kysely } from 'kysely';

/**
 * A record of the desk: an officer writes down what a household without an account said at the desk, on the phone or by letter
 * (adr 48). A request that was recorded so names the record and the sheet that the person signed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('desk_records')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('letter', 'phone', 'desk')`))
		.addColumn('heard_on', 'text', (c) => c.notNull())
		.addColumn('evidence_sealed', 'text', (c) => c.notNull())
		.addColumn('opened_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('opened_at', 'text', (c) => c.notNull())
		.addColumn('closed_at', 'text')
		.execute();
	await db.schema.createIndex('desk_records_by_account').on('desk_records').column('account_id').execute();
	await db.schema.createIndex('desk_records_by_day').on('desk_records').column('opened_at').execute();
	await sql`create unique index desk_records_one_open on desk_records (opened_by) where closed_at is null`.execute(db);
	const events = () => db.schema.alterTable('application_events');
	await events().addColumn('desk_record_id', 'text').execute();
	await events().addColumn('signature_id', 'text').execute();
}
