import { sql, type Kysely } from 'kysely';

/** Accounts and how they are recognised; keys of sealed data; mails to send; counters. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('organisations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('agency', 'owner', 'third_sector')`))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('accounts')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('email', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('role', 'text', (c) =>
			c
				.notNull()
				.check(
					sql`role in ('applicant', 'caseworker', 'landlord', 'officer', 'manager', 'programme', 'auditor', 'administrator')`
				)
		)
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('password_hash', 'text', (c) => c.notNull())
		.addColumn('email_confirmed_at', 'text')
		.addColumn('totp_sealed', 'text')
		.addColumn('totp_last_step', 'integer')
		.addColumn('data_key_id', 'text')
		.addColumn('locale', 'text', (c) => c.notNull().defaultTo('it'))
		.addColumn('demo', 'integer', (c) =>
			c
				.notNull()
				.check(sql`demo in (0, 1)`)
				.defaultTo(0)
		)
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('disabled_at', 'text')
		.execute();

	await db.schema
		.createTable('sessions')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.addColumn('second_factor', 'integer', (c) => c.notNull().check(sql`second_factor in (0, 1)`))
		.execute();

	await db.schema.createIndex('sessions_by_account').on('sessions').column('account_id').execute();

	await db.schema.createIndex('sessions_by_expiry').on('sessions').column('expires_at').execute();

	await db.schema
		.createTable('account_tokens')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('purpose', 'text', (c) => c.notNull().check(sql`purpose in ('confirm_email', 'reset_password')`))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.addColumn('used_at', 'text')
		.execute();

	await db.schema
		.createTable('data_keys')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('wrapped_key', 'text')
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('shredded_at', 'text')
		.execute();

	await db.schema
		.createTable('outbox')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('recipient', 'text', (c) => c.notNull())
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('body', 'text')
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('due_at', 'text', (c) => c.notNull())
		.addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('sent_at', 'text')
		.addColumn('given_up_at', 'text')
		.execute();

	await db.schema.createIndex('outbox_by_due').on('outbox').columns(['sent_at', 'due_at']).execute();

	await db.schema
		.createTable('throttle')
		.addColumn('key', 'varchar(255)', (c) => c.primaryKey())
		.addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('expire', 'bigint')
		.execute();

	await db.schema
		.createTable('counters')
		.addColumn('name', 'text', (c) => c.primaryKey())
		.addColumn('value', 'integer', (c) => c.notNull())
		.execute();
}
