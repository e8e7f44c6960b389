import { sql, type Kysely } from 'kysely';

/** Notices, the dwellings in each, and what happened to each notice. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('notices')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('source', 'text', (c) => c.notNull().check(sql`source in ('own', 'imported')`))
		.addColumn('title_it', 'text', (c) => c.notNull())
		.addColumn('title_en', 'text', (c) => c.notNull())
		.addColumn('summary_it', 'text', (c) => c.notNull())
		.addColumn('summary_en', 'text', (c) => c.notNull())
		.addColumn('rule_set_id', 'text', (c) => c.notNull())
		.addColumn('rule_set', 'text')
		.addColumn('rule_set_hash', 'text')
		.addColumn('max_choices', 'integer', (c) => c.notNull())
		.addColumn('offer_days', 'integer', (c) => c.notNull())
		.addColumn('opens_at', 'text', (c) => c.notNull())
		.addColumn('closes_at', 'text', (c) => c.notNull())
		.addColumn('beacon_source', 'text', (c) => c.notNull())
		.addColumn('beacon', 'text')
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('created_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('notice_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('drafted', 'opened', 'beacon_recorded', 'withdrawn')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('detail', 'text')
		.execute();

	await db.schema
		.createIndex('notice_events_once')
		.on('notice_events')
		.columns(['notice_id', 'event'])
		.unique()
		.execute();

	await db.schema
		.createTable('notice_dwellings')
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('list', 'text', (c) => c.notNull())
		.addColumn('set_aside', 'text', (c) => c.notNull().defaultTo('[]'))
		.addColumn('exclusive', 'integer', (c) =>
			c
				.notNull()
				.check(sql`exclusive in (0, 1)`)
				.defaultTo(0)
		)
		.addColumn('released_at', 'text')
		.addPrimaryKeyConstraint('notice_dwellings_key', ['notice_id', 'dwelling_id'])
		.execute();

	await db.schema
		.createIndex('notice_dwellings_one_live')
		.on('notice_dwellings')
		.column('dwelling_id')
		.unique()
		.where(sql<boolean>`released_at is null`)
		.execute();

	await db.schema.createIndex('notice_dwellings_by_dwelling').on('notice_dwellings').column('dwelling_id').execute();
}
