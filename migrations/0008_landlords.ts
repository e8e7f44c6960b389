import { sql, type Kysely } from 'kysely';

/** Private landlords' listings at agreed rents, the households who look for one, and who is suggested to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('listings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('dwelling_id', 'text', (c) => c.references('dwellings.id'))
		.addColumn('answers', 'text', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('updated_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema.createIndex('listings_by_account').on('listings').column('account_id').execute();

	await db.schema
		.createTable('listing_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('submitted', 'inspected', 'published', 'refused', 'withdrawn')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('detail', 'text')
		.execute();

	await db.schema
		.createIndex('listing_events_once')
		.on('listing_events')
		.columns(['listing_id', 'event'])
		.unique()
		.execute();

	await db.schema
		.createTable('tenant_requests')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('pseudonym', 'text', (c) => c.notNull().unique())
		.addColumn('facts', 'text', (c) => c.notNull())
		.addColumn('needs_sealed', 'text', (c) => c.notNull())
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('submitted_at', 'text', (c) => c.notNull())
		.addColumn('ended_at', 'text')
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.execute();

	await db.schema
		.createIndex('tenant_requests_one_live')
		.on('tenant_requests')
		.column('account_id')
		.unique()
		.where(sql<boolean>`ended_at is null and account_id is not null`)
		.execute();

	await db.schema
		.createTable('listing_proposals')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
		.addColumn('tenant_request_id', 'text', (c) => c.notNull().references('tenant_requests.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('landlord_accepted_at', 'text')
		.addColumn('tenant_accepted_at', 'text')
		.addColumn('held_at', 'text')
		.addColumn('released_at', 'text')
		.addColumn('released_by', 'text', (c) => c.check(sql`released_by in ('landlord', 'tenant', 'agency')`))
		.execute();

	await db.schema
		.createIndex('listing_proposals_once')
		.on('listing_proposals')
		.columns(['listing_id', 'tenant_request_id'])
		.unique()
		.execute();

	await db.schema
		.createIndex('listing_proposals_one_held_listing')
		.on('listing_proposals')
		.column('listing_id')
		.unique()
		.where(sql<boolean>`held_at is not null and released_at is null`)
		.execute();

	await db.schema
		.createIndex('listing_proposals_one_held_tenant')
		.on('listing_proposals')
		.column('tenant_request_id')
		.unique()
		.where(sql<boolean>`held_at is not null and released_at is null`)
		.execute();

	await db.schema.createIndex('listings_by_dwelling').on('listings').column('dwelling_id').execute();
}
