import type { Kysely } from 'kysely';

/** The openings of sealed versions, each with its auditor, its time and its reason, which the version's key seals. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('round_openings')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
		.addColumn('opened_at', 'text', (column) => column.notNull())
		.addColumn('reason_sealed', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('round_openings_by_round')
		.on('round_openings')
		.columns(['round_id', 'opened_at'])
		.execute();
}
