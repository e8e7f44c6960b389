import { sql, type Kysely } from 'kysely';

/** What kind of ranking a version is, and notices of rejection before an exclusion. Versions from before were offered from. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('rounds')
		.addColumn('kind', 'text', (c) =>
			c
				.notNull()
				.defaultTo('final')
				.check(sql`kind in ('provisional', 'corrected', 'final')`)
		)
		.execute();

	await db.schema
		.createTable('rejections')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('notified_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('notified_at', 'text', (c) => c.notNull())
		.addColumn('deadline', 'text', (c) => c.notNull())
		.addColumn('closed_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('closed_at', 'text')
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('excluded', 'dropped')`))
		.addCheckConstraint('rejections_closed_whole', sql`(closed_at is null) = (outcome is null)`)
		.execute();

	await db.schema
		.createIndex('rejections_one_open')
		.on('rejections')
		.column('application_id')
		.unique()
		.where(sql<boolean>`closed_at is null`)
		.execute();

	await db.schema.createIndex('rejections_by_application').on('rejections').column('application_id').execute();
}
