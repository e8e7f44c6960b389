import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * Works and their certificates. A certificate counts once a second person confirms it. What one person recorded before
 * becomes a proposal that waits for its second person; invented certificates of the demo are carried over as they were.
 * A home that a source reports restored is declared, not certified.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await works(db);
	await certificates(db);
	await carryOver(db);
	await dwellingEvents(db);
}

async function works(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('works')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.references('dwellings.id'))
		.addColumn('building_id', 'text', (c) => c.references('buildings.id'))
		.addColumn('line_id', 'text', (c) => c.references('operation_lines.id'))
		.addColumn('floor_area_dm2', 'integer')
		.addColumn('contractor', 'text')
		.addColumn('planned_end', 'text')
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addCheckConstraint('works_of_one_thing', sql`(dwelling_id is null) <> (building_id is null)`)
		.execute();
	await db.schema.createIndex('works_by_dwelling').on('works').column('dwelling_id').execute();
	await db.schema
		.createTable('work_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('work_id', 'text', (c) => c.notNull().references('works.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('planned', 'started', 'suspended', 'resumed', 'done')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('document', 'text')
		.addColumn('source', 'text')
		.execute();
	await db.schema.createIndex('work_events_by_work').on('work_events').column('work_id').execute();
	await sql`create unique index work_events_once on work_events (work_id, event)
		where event in ('planned', 'started', 'done')`.execute(db);
}

type Table = CreateTableBuilder<string, string>;

/** Columns that say by whom, when and why each act of a certificate was done. */
function acts(table: Table): Table {
	const persons = ['proposed_by', 'confirmed_by', 'refused_by', 'void_proposed_by', 'voided_by'];
	const facts = ['confirmed_at', 'refused_at', 'refusal_reason', 'void_proposed_at', 'void_reason', 'voided_at'];
	const withPersons = persons.reduce<Table>(
		(made, name) => made.addColumn(name, 'text', (c) => c.references('accounts.id')),
		table
	);
	return facts.reduce<Table>((made, name) => made.addColumn(name, 'text'), withPersons);
}

const constraints = (table: Table) =>
	table
		.addCheckConstraint('certificates_two_persons', sql`confirmed_by is null or confirmed_by <> proposed_by`)
		.addCheckConstraint('certificates_void_two_persons', sql`voided_by is null or voided_by <> void_proposed_by`)
		.addCheckConstraint(
			'certificates_confirmed_by_somebody',
			sql`synthetic = 1 or confirmed_at is null or (confirmed_by is not null and proposed_by is not null)`
		)
		.addCheckConstraint('certificates_line', sql`confirmed_at is null or line_id is not null or synthetic = 1`);

async function certificates(db: Kysely<unknown>): Promise<void> {
	const table = db.schema
		.createTable('certificates')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('work_id', 'text', (c) => c.notNull().references('works.id'))
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('line_id', 'text', (c) => c.references('operation_lines.id'))
		.addColumn('floor_area_dm2', 'integer')
		.addColumn('number', 'text')
		.addColumn('dated_on', 'text', (c) => c.notNull())
		.addColumn('signed_by', 'text')
		.addColumn('reason', 'text')
		.addColumn('source', 'text')
		.addColumn('proposed_at', 'text', (c) => c.notNull())
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`));
	await constraints(acts(table)).execute();
	await sql`create unique index certificates_one_live on certificates (dwelling_id, coalesce(line_id, ''))
		where refused_at is null and voided_at is null`.execute(db);
	await db.schema.createIndex('certificates_by_dwelling').on('certificates').column('dwelling_id').execute();
}

type Certified = {
	id: string;
	dwelling_id: string;
	at: string;
	account_id: string | null;
	document: string | null;
	signed_by: string | null;
	source: string | null;
	synthetic: number;
	work_id: string;
	line_id: string | null;
	floor_area_dm2: number | null;
};

async function carryOver(db: Kysely<unknown>): Promise<void> {
	// A work for each dwelling whose works the portal recorded; what only a source reports has no document and no account.
	await sql`insert into works (id, dwelling_id, line_id, floor_area_dm2, created_at)
		select min(e.id), d.id, min(l.id), min(d.net_area_dm2), min(e.at)
		from dwelling_events e join dwellings d on d.id = e.dwelling_id
		left join operation_lines l on l.operation_id = d.operation_id and l.kind = 'works'
		where e.event in ('works_planned', 'works_started', 'works_done')
			or (e.event = 'certified' and (e.account_id is not null or e.document is not null or e.source is null))
		group by d.id`.execute(db);
	await sql`insert into work_events (id, work_id, event, at, account_id, document, source)
		select e.id, w.id, replace(e.event, 'works_', ''), e.at, e.account_id, e.document, e.source
		from dwelling_events e join works w on w.dwelling_id = e.dwelling_id
		where e.event in ('works_planned', 'works_started', 'works_done')`.execute(db);
	const { rows } =
		await sql<Certified>`select e.id, e.dwelling_id, e.at, e.account_id, e.document, e.signed_by, e.source,
			d.synthetic, w.id as work_id, w.line_id, w.floor_area_dm2
		from dwelling_events e join dwellings d on d.id = e.dwelling_id join works w on w.dwelling_id = e.dwelling_id
		where e.event = 'certified'`.execute(db);
	for (const { id, dwelling_id, work_id, line_id, floor_area_dm2, at, synthetic, ...proof } of rows) {
		const confirmedAt = Number(synthetic) === 1 ? at : null;
		await sql`insert into certificates (id, work_id, dwelling_id, line_id, floor_area_dm2, number, dated_on, signed_by,
				source, proposed_by, proposed_at, confirmed_at, synthetic)
			values (${id}, ${work_id}, ${dwelling_id}, ${line_id}, ${floor_area_dm2}, ${proof.document}, ${milanDay(at)},
				${proof.signed_by}, ${proof.source}, ${proof.account_id}, ${at}, ${confirmedAt}, ${synthetic})`.execute(db);
	}
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });
const milanDay = (at: string): string => days.format(new Date(at));

/** The events that stay with the dwelling; a source's report of a restored home among them. */
async function dwellingEvents(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('dwelling_events_kept')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('event', 'text', (c) =>
			c.notNull().check(sql`event in ('identified', 'declared', 'let_before_portal', 'withdrawn')`)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('document', 'text')
		.addColumn('signed_by', 'text')
		.addColumn('source', 'text')
		.execute();
	await sql`insert into dwelling_events_kept
		select id, dwelling_id, case when event = 'certified' then 'declared' else event end, at, account_id, document,
			signed_by, source
		from dwelling_events e where event in ('identified', 'let_before_portal', 'withdrawn')
			or (event = 'certified' and not exists (select 1 from certificates c where c.id = e.id))`.execute(db);
	await db.schema.dropTable('dwelling_events').execute();
	await db.schema.alterTable('dwelling_events_kept').renameTo('dwelling_events').execute();
	await db.schema
		.createIndex('dwelling_events_once')
		.on('dwelling_events')
		.columns(['dwelling_id', 'event'])
		.unique()
		.execute();
}
