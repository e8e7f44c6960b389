import { sql, type Kysely } from 'kysely';

/** Imagined rounds that staff asked for: how far each is, and what came out, sealed and kept for a while only. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('what_ifs')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('change', 'text', (c) => c.notNull())
		.addColumn('asked_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('asked_at', 'text', (c) => c.notNull())
		.addColumn('done', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('of', 'integer', (c) => c.notNull())
		.addColumn('seen_at', 'text', (c) => c.notNull())
		.addColumn('cancelled_at', 'text')
		.addColumn('ended_at', 'text')
		.addColumn('problem', 'text')
		.addColumn('data_key_id', 'text', (c) => c.references('data_keys.id'))
		.addColumn('report_sealed', 'text')
		.addCheckConstraint('what_ifs_sealed', sql`(report_sealed is null) = (data_key_id is null)`)
		.execute();

	await db.schema.createIndex('what_ifs_by_notice').on('what_ifs').columns(['notice_id', 'asked_at']).execute();
}
