import { sql, type Kysely } from 'kysely';

/** How easy a household found a journey, from one to five, with fixed reasons. One row for each journey of a request. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('ratings')
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('journey', 'text', (c) => c.notNull().check(sql`journey in ('request', 'home')`))
		.addColumn('stars', 'integer', (c) => c.notNull().check(sql`stars between 1 and 5`))
		.addColumn('reasons', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('ratings_once', ['application_id', 'journey'])
		.execute();
}
