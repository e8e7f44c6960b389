import { sql, type Kysely } from 'kysely';

/**
 * Mandates between a person and an organisation, the procedures that each covers, and each yes of the person (adr 45).
 * `account_id`: null until the person of an address without account says yes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await mandates(db);
	await authorisations(db);
	await consents(db);
}

async function mandates(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('mandates')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('data_key_id', 'text', (c) => c.notNull().references('data_keys.id'))
		.addColumn('named_sealed', 'text', (c) => c.notNull())
		.addColumn('days', 'integer', (c) => c.notNull().check(sql`days in (1, 31, 182, 365)`))
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('consented_at', 'text')
		.addColumn('ends_at', 'text', (c) => c.notNull())
		.addColumn('early_end', 'text', (c) => c.check(sql`early_end in ('revoked', 'ended', 'replaced')`))
		.addColumn('early_at', 'text')
		.addCheckConstraint('mandates_early', sql`(early_end is null) = (early_at is null)`)
		.addCheckConstraint('mandates_of_person', sql`consented_at is null or account_id is not null`)
		.execute();
	await db.schema.createIndex('mandates_by_account').on('mandates').column('account_id').execute();
	await db.schema.createIndex('mandates_by_organisation').on('mandates').column('organisation_id').execute();
	await sql`create unique index mandates_one_active on mandates (organisation_id, account_id)
		where consented_at is not null and early_end is null`.execute(db);
	await sql`create unique index mandates_one_proposed on mandates (organisation_id, account_id)
		where consented_at is null and early_end is null`.execute(db);
}

async function authorisations(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('mandate_authorisations')
		.addColumn('mandate_id', 'text', (c) => c.notNull().references('mandates.id'))
		.addColumn('procedure', 'text', (c) => c.notNull().check(sql`procedure in ('request', 'offer')`))
		.addColumn('revoked_at', 'text')
		.addPrimaryKeyConstraint('mandate_authorisations_key', ['mandate_id', 'procedure'])
		.execute();
}

async function consents(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('consents')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('mandate_id', 'text', (c) => c.notNull().references('mandates.id'))
		.addColumn('act', 'text', (c) =>
			c.notNull().check(sql`act in ('mandate', 'send', 'withdraw', 'change-contact', 'answer-offer')`)
		)
		.addColumn('subject_id', 'text')
		.addColumn('code_hash', 'text')
		.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('asked_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('asked_at', 'text', (c) => c.notNull())
		.addColumn('given_at', 'text')
		.addColumn('way', 'text', (c) => c.check(sql`way in ('code', 'page', 'paper')`))
		.addColumn('document_id', 'text')
		.addCheckConstraint('consents_given', sql`(given_at is null) = (way is null)`)
		.execute();
	await db.schema.createIndex('consents_by_mandate').on('consents').column('mandate_id').execute();
}
