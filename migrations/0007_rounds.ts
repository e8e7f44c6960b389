import { sql, type Kysely } from 'kysely';

/** Allocation rounds, each a frozen input with its result; the offers, viewings and tenancies that follow. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rounds')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('input_sealed', 'text', (c) => c.notNull())
		.addColumn('input_hash', 'text', (c) => c.notNull())
		.addColumn('result_sealed', 'text', (c) => c.notNull())
		.addColumn('result_hash', 'text', (c) => c.notNull())
		.addColumn('projection', 'text', (c) => c.notNull())
		.addColumn('projection_hash', 'text', (c) => c.notNull())
		.addColumn('public_result', 'text', (c) => c.notNull())
		.addColumn('public_result_hash', 'text', (c) => c.notNull())
		.addColumn('summary', 'text', (c) => c.notNull())
		.addColumn('signature', 'text')
		.addColumn('audit_head', 'text')
		.addColumn('prepared_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('prepared_at', 'text', (c) => c.notNull())
		.addColumn('approved_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('approved_at', 'text')
		.addColumn('published_at', 'text')
		.addCheckConstraint('rounds_two_persons', sql`approved_by is null or approved_by <> prepared_by`)
		.execute();

	await db.schema.createIndex('rounds_version').on('rounds').columns(['notice_id', 'version']).unique().execute();

	await db.schema
		.createTable('offers')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('round_id', 'text', (c) => c.notNull().references('rounds.id'))
		.addColumn('application_id', 'text', (c) => c.notNull().references('applications.id'))
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('made_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addColumn('deadline', 'text', (c) => c.notNull())
		.addColumn('released_at', 'text')
		.execute();

	await db.schema.createIndex('offers_by_notice').on('offers').column('notice_id').execute();

	await db.schema
		.createIndex('offers_one_live_dwelling')
		.on('offers')
		.column('dwelling_id')
		.unique()
		.where(sql<boolean>`released_at is null`)
		.execute();

	await db.schema
		.createIndex('offers_one_live_application')
		.on('offers')
		.column('application_id')
		.unique()
		.where(sql<boolean>`released_at is null`)
		.execute();

	await db.schema
		.createTable('offer_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('offer_id', 'text', (c) => c.notNull().references('offers.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('made', 'accepted', 'refused', 'expired', 'withdrawn')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('justified', 'integer', (c) => c.check(sql`justified in (0, 1)`))
		.addColumn('reason', 'text')
		.execute();

	await db.schema.createIndex('offer_events_once').on('offer_events').columns(['offer_id', 'event']).unique().execute();

	await db.schema
		.createTable('viewings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('starts_at', 'text', (c) => c.notNull())
		.addColumn('offer_id', 'text', (c) => c.references('offers.id'))
		.addColumn('created_by', 'text', (c) => c.references('accounts.id'))
		.execute();

	await db.schema.createIndex('viewings_slot').on('viewings').columns(['dwelling_id', 'starts_at']).unique().execute();

	await db.schema
		.createTable('tenancies')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('offer_id', 'text', (c) => c.references('offers.id'))
		.addColumn('proposal_id', 'text')
		.addColumn('started_at', 'text', (c) => c.notNull())
		.addColumn('ended_at', 'text')
		.execute();

	await db.schema
		.createIndex('tenancies_one_live')
		.on('tenancies')
		.column('dwelling_id')
		.unique()
		.where(sql<boolean>`ended_at is null`)
		.execute();

	await db.schema
		.createTable('tenancy_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('tenancy_id', 'text', (c) => c.notNull().references('tenancies.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('assigned', 'contract_registered', 'keys_delivered', 'ended')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('document', 'text')
		.execute();

	await db.schema
		.createIndex('tenancy_events_once')
		.on('tenancy_events')
		.columns(['tenancy_id', 'event'])
		.unique()
		.execute();

	await db.schema.createIndex('offers_by_dwelling').on('offers').column('dwelling_id').execute();

	await db.schema.createIndex('offers_by_application').on('offers').column('application_id').execute();

	await db.schema.createIndex('tenancies_by_offer').on('tenancies').column('offer_id').execute();
}
