import { sql, type Kysely } from 'kysely';

/**
 * Helpers whom an organisation invites. An invitation is a row of its own, and no account, so that the page of the organisation
 * looks the same whether or not the address has an account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await lead(db);
	await invitations(db);
}

async function lead(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('accounts')
		.addColumn('leads_organisation', 'integer', (c) =>
			c
				.notNull()
				.defaultTo(0)
				.check(sql`leads_organisation in (0, 1)`)
		)
		.execute();
}

async function invitations(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('helper_invitations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
		.addColumn('email', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('token_hash', 'text', (c) => c.notNull().unique())
		.addColumn('invited_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('invited_at', 'text', (c) => c.notNull())
		.addColumn('ends_at', 'text', (c) => c.notNull())
		.addColumn('accepted_at', 'text')
		.addColumn('withdrawn_at', 'text')
		.execute();
	await db.schema
		.createIndex('helper_invitations_by_organisation')
		.on('helper_invitations')
		.columns(['organisation_id', 'invited_at'])
		.execute();
	await sql`create unique index helper_invitations_one_open on helper_invitations (organisation_id, email)
		where accepted_at is null and withdrawn_at is null`.execute(db);
}
