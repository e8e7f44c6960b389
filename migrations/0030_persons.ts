import { sql, type Kysely } from 'kysely';

/** Persons: names, tax code and contact details, sealed with one key a person, and found by a keyed hash of the code. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('persons')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('facts_sealed', 'text', (c) => c.notNull())
		.addColumn('tax_code_hash', 'text')
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('updated_at', 'text', (c) => c.notNull())
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.execute();

	await db.schema.createIndex('persons_one_account').on('persons').column('account_id').unique().execute();
	await db.schema.createIndex('persons_by_tax_code').on('persons').column('tax_code_hash').execute();
}
