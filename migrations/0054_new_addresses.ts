import type { Kysely } from 'kysely';

/** The address to which a link was mailed that makes it the address of the account. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('account_tokens').addColumn('email', 'text').execute();
}
