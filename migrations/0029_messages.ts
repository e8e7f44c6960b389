import { sql, type Kysely } from 'kysely';

/**
 * Messages to people (adr 29): each is kept sealed for its reader, and leaves by mail or as a letter. A mail in the outbox
 * says which message it carries and why its last try failed. The columns at the end say what the jobs have told already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('messages')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('data_key_id', 'text', (c) => c.notNull())
		.addColumn('content_sealed', 'text', (c) => c.notNull())
		.addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('email', 'paper')`))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('posted_at', 'text')
		.addColumn('posted_by', 'text', (c) => c.references('accounts.id'))
		.addCheckConstraint(
			'messages_posted_on_paper',
			sql`(posted_at is null) = (posted_by is null) and (posted_at is null or channel = 'paper')`
		)
		.execute();
	await db.schema.createIndex('messages_by_account').on('messages').columns(['account_id', 'id']).execute();
	await db.schema
		.createIndex('messages_to_post')
		.on('messages')
		.column('id')
		.where(sql<boolean>`channel = 'paper' and posted_at is null`)
		.execute();
	await addColumns(db);
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
	const add = (table: string, column: string) => db.schema.alterTable(table).addColumn(column, 'text').execute();
	await db.schema
		.alterTable('outbox')
		.addColumn('message_id', 'text', (c) => c.references('messages.id'))
		.execute();
	await add('outbox', 'problem');
	await add('outbox', 'problem_at');
	await db.schema.createIndex('outbox_by_message').on('outbox').column('message_id').execute();
	await db.schema
		.createIndex('outbox_undelivered')
		.on('outbox')
		.column('problem_at')
		.where(sql<boolean>`problem_at is not null`)
		.execute();
	await add('offers', 'reminded_at');
	await add('rejections', 'reminded_at');
	await add('application_drafts', 'reminded_at');
	await add('rounds', 'told_up_to');
	await add('rounds', 'told_at');
	// Nobody is told again of what was published before.
	await sql`update rounds set told_at = published_at`.execute(db);
}
