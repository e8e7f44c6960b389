import type { Kysely } from 'kysely';

/**
 * Which households were told of which dwellings of an open notice. Whom, is not said in plain: only households with a need
 * of such a dwelling are told, so a request's id here would tell its health (adr 15).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('invitations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('household', 'text', (c) => c.notNull())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('invited_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('invitations_once')
		.on('invitations')
		.columns(['notice_id', 'household', 'dwelling_id'])
		.unique()
		.execute();
}
