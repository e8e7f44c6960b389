import type { Kysely } from 'kysely';

/**
 * Public identities (SPID, CIE) that open an account, each found by a keyed hash of the gateway's name of the person; and
 * the kind of browser of a session, for the person's own list of sessions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('identities')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('issuer', 'text', (c) => c.notNull())
		.addColumn('subject_hash', 'text', (c) => c.notNull())
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('claims_sealed', 'text', (c) => c.notNull())
		.addColumn('linked_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('identities_once')
		.on('identities')
		.columns(['issuer', 'subject_hash'])
		.unique()
		.execute();
	await db.schema.createIndex('identities_by_account').on('identities').column('account_id').execute();
	await db.schema
		.alterTable('sessions')
		.addColumn('browser', 'text', (c) => c.notNull().defaultTo('other other'))
		.execute();
}
