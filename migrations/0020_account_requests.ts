import { sql, type Kysely } from 'kysely';

/**
 * Requests that a person makes by giving a mail address: to sign up, or to choose a new password. No account is made or
 * changed before the person opens the mailed link. Accounts that waited for their confirmation under the earlier scheme
 * could not be entered and are deleted: those people sign up again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_requests')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('sign_up', 'reset')`))
		.addColumn('email', 'text', (c) => c.notNull())
		.addColumn('name', 'text')
		.addColumn('role', 'text', (c) => c.check(sql`role in ('applicant', 'landlord')`))
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('next', 'text')
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('due_at', 'text', (c) => c.notNull())
		.addColumn('answered_at', 'text')
		.addColumn('token_hash', 'text', (c) => c.unique())
		.addColumn('used_at', 'text')
		.execute();
	await db.schema
		.createIndex('account_requests_by_due')
		.on('account_requests')
		.columns(['answered_at', 'due_at'])
		.execute();
	await db.schema
		.createIndex('account_requests_by_email')
		.on('account_requests')
		.columns(['email', 'created_at'])
		.execute();
	await sql`delete from account_tokens where purpose = 'confirm_email'`.execute(db);
	await sql`delete from accounts where email_confirmed_at is null and role in ('applicant', 'landlord')`.execute(db);
}
