import { sql, type Kysely } from 'kysely';

/**
 * A sample of the requests of a notice for a control: one person proposes it, another confirms it, a later public number draws it.
 * Then the requests that were drawn, each with the result of its control.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await createSamples(db);
	await createDraws(db);
	await createIndexes(db);
}

/** The rules that hold two persons apart and a seed after its confirmation are checks of the table. */
async function createSamples(db: Kysely<unknown>): Promise<void> {
	await withChecks(columnsOfSamples(db)).execute();
}

const columnsOfSamples = (db: Kysely<unknown>) =>
	db.schema
		.createTable('control_samples')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id'))
		.addColumn('shares', 'text', (c) => c.notNull())
		.addColumn('population', 'text', (c) => c.notNull())
		.addColumn('population_hash', 'text', (c) => c.notNull())
		.addColumn('days_to_check', 'integer', (c) => c.notNull())
		.addColumn('proposed_by', 'text', (c) => c.notNull().references('accounts.id'))
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('confirmed', 'dropped')`))
		.addColumn('closed_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('closed_at', 'text')
		.addColumn('seed_round', 'integer')
		.addColumn('signature', 'text')
		.addColumn('seed', 'text')
		.addColumn('drawn_at', 'text');

const withChecks = (table: ReturnType<typeof columnsOfSamples>) =>
	table
		.addCheckConstraint(
			'control_samples_closed_whole',
			sql`(outcome is null) = (closed_by is null) and (outcome is null) = (closed_at is null)`
		)
		.addCheckConstraint(
			'control_samples_two_persons',
			sql`outcome is null or outcome <> 'confirmed' or closed_by <> proposed_by`
		)
		.addCheckConstraint(
			'control_samples_seeded_when_confirmed',
			sql`(seed_round is not null) = (outcome is not null and outcome = 'confirmed')`
		)
		.addCheckConstraint(
			'control_samples_drawn_whole',
			sql`(drawn_at is null) = (seed is null) and (drawn_at is null) = (signature is null)
				and (drawn_at is null or seed_round is not null)`
		);

async function createDraws(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('control_draws')
		.addColumn('application_id', 'text', (c) => c.primaryKey().references('applications.id'))
		.addColumn('sample_id', 'text', (c) => c.notNull().references('control_samples.id'))
		.addColumn('stratum', 'text', (c) => c.notNull().check(sql`stratum in ('ordinary', 'raised', 'high')`))
		.addColumn('due_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('confirmed', 'corrected', 'false-declared')`))
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addCheckConstraint(
			'control_draws_decided_whole',
			sql`(outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)`
		)
		.execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('control_samples_one_under_way')
		.unique()
		.on('control_samples')
		.column('notice_id')
		.where(sql<boolean>`drawn_at is null and (outcome is null or outcome = 'confirmed')`)
		.execute();
	await db.schema.createIndex('control_samples_by_notice').on('control_samples').column('notice_id').execute();
	await db.schema.createIndex('control_samples_by_proposer').on('control_samples').column('proposed_by').execute();
	await db.schema.createIndex('control_samples_by_closer').on('control_samples').column('closed_by').execute();
	await db.schema.createIndex('control_draws_by_sample').on('control_draws').column('sample_id').execute();
	await db.schema.createIndex('control_draws_by_decider').on('control_draws').column('decided_by').execute();
	await db.schema
		.createIndex('control_draws_open')
		.on('control_draws')
		.column('due_at')
		.where(sql<boolean>`outcome is null`)
		.execute();
}
