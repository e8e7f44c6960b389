import { sql, type Kysely } from 'kysely';

/** The check of the facts that requests declare: where each request stands, and every act about a fact, which only grow. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createVerifications(db);
	await createFactChecks(db);
}

async function createVerifications(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('verifications')
		.addColumn('application_id', 'text', (c) => c.primaryKey().references('applications.id'))
		.addColumn('standing', 'text', (c) => c.notNull().check(sql`standing in ('open', 'verified', 'failed')`))
		.addColumn('waits_for', 'text', (c) => c.check(sql`waits_for in ('household', 'office')`))
		.addColumn('due_at', 'text')
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('updated_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('verifications_waiting')
		.on('verifications')
		.columns(['due_at', 'application_id'])
		.where(sql<boolean>`waits_for is not null`)
		.execute();
}

async function createFactChecks(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('fact_checks')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('application_id', 'text', (c) => c.notNull().references('verifications.application_id'))
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('act', 'text', (c) =>
			c.notNull().check(sql`act in ('asked', 'answered', 'accepted', 'corrected', 'not-proven', 'reopened')`)
		)
		.addColumn('deadline', 'text')
		.addColumn('content_sealed', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('fact_checks_in_order')
		.on('fact_checks')
		.columns(['application_id', 'version'])
		.unique()
		.execute();
}
