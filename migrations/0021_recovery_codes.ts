import type { Kysely } from 'kysely';

/** Codes that stand in for a lost phone, each used once. Only a hash under the master key is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('recovery_codes')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
		.execute();
	await db.schema.createIndex('recovery_codes_by_account').on('recovery_codes').column('account_id').execute();
}
