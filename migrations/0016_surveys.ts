import { sql, type Kysely } from 'kysely';

const buildingColumns = [
	'lift_landing_mm',
	'lift_tactile_buttons',
	'entrance_lit',
	'parking_width_mm',
	'parking_distance_mm',
	'stop_distance_mm',
	'pharmacy_distance_mm',
	'clinic_distance_mm',
	'shops_distance_mm',
	'day_care_distance_mm'
];
const dwellingColumns = [
	'flat_door_mm',
	'bath_door_mm',
	'kitchen_door_mm',
	'bedroom_door_mm',
	'threshold_mm',
	'bathtub',
	'grab_rails',
	'kitchen_turning_mm',
	'kitchen_knee_mm',
	'balcony_threshold_mm',
	'balcony_depth_mm',
	'switch_low_mm',
	'switch_high_mm',
	'bedside_sockets',
	'contrasting_edges',
	'light_lux',
	'visible_doorbell',
	'noise_db',
	'separate_room'
];
const yesNo = [
	'lift_tactile_buttons',
	'entrance_lit',
	'bathtub',
	'grab_rails',
	'contrasting_edges',
	'visible_doorbell',
	'separate_room'
];

/** What was measured before there were surveys, by column. */
const earlier = {
	buildings: {
		lift: 'lift',
		stepFreeEntrance: 'step_free_entrance',
		entranceDoorMm: 'entrance_door_mm',
		liftDoorMm: 'lift_door_mm',
		liftCabinWidthMm: 'lift_cabin_width_mm',
		liftCabinDepthMm: 'lift_cabin_depth_mm'
	},
	dwellings: {
		innerDoorMm: 'inner_door_mm',
		corridorMm: 'corridor_mm',
		turningMm: 'turning_mm',
		wcSideMm: 'wc_side_mm',
		wcFrontMm: 'wc_front_mm',
		showerFloorLevel: 'shower_floor_level'
	}
} as const;
const earlierYesNo = ['lift', 'stepFreeEntrance', 'showerFloorLevel'];

/** More measures of buildings and dwellings, what a work may cost, and who found what, when and how. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await addMeasures(db, 'buildings', buildingColumns);
	await db.schema.alterTable('buildings').addColumn('route', 'text').execute();
	await db.schema.alterTable('buildings').addColumn('measured_on', 'text').execute();
	await db.schema.alterTable('buildings').addColumn('measured_by', 'text').execute();
	await addMeasures(db, 'dwellings', dwellingColumns);
	await db.schema.alterTable('dwellings').addColumn('measured_by', 'text').execute();

	await db.schema
		.createTable('surveys')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('building_id', 'text', (c) => c.references('buildings.id'))
		.addColumn('dwelling_id', 'text', (c) => c.references('dwellings.id'))
		.addColumn('how', 'text', (c) => c.notNull().check(sql`how in ('measured', 'declared')`))
		.addColumn('taken_on', 'text')
		.addColumn('surveyor', 'text')
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('findings', 'text', (c) => c.notNull())
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.addCheckConstraint('surveys_of_one', sql`(building_id is null) <> (dwelling_id is null)`)
		.addCheckConstraint('surveys_dated', sql`how = 'declared' or taken_on is not null`)
		.execute();
	await db.schema.createIndex('surveys_by_building').on('surveys').columns(['building_id', 'recorded_at']).execute();
	await db.schema.createIndex('surveys_by_dwelling').on('surveys').columns(['dwelling_id', 'recorded_at']).execute();

	await db.schema
		.createTable('work_costs')
		.addColumn('work', 'text', (c) => c.primaryKey())
		.addColumn('min_cents', 'integer')
		.addColumn('max_cents', 'integer')
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.addColumn('changed_by', 'text', (c) => c.references('accounts.id'))
		.addCheckConstraint('work_costs_range', sql`min_cents is null or max_cents is null or min_cents <= max_cents`)
		.execute();

	await keepEarlier(db, 'buildings');
	await keepEarlier(db, 'dwellings');
}

async function addMeasures(db: Kysely<unknown>, table: 'buildings' | 'dwellings', columns: readonly string[]) {
	for (const column of columns)
		await db.schema
			.alterTable(table)
			.addColumn(column, 'integer', (c) => (yesNo.includes(column) ? c.check(sql`${sql.ref(column)} in (0, 1)`) : c))
			.execute();
}

type Known = { id: string; created_at: string; measured_on: string | null } & Record<string, number | null>;

/** What the register knew already becomes the first record of each: measured where it had a day, else declared. */
async function keepEarlier(db: Kysely<unknown>, table: 'buildings' | 'dwellings'): Promise<void> {
	const columns = Object.entries(earlier[table]);
	const rows = (await sql<Known>`select * from ${sql.table(table)}`.execute(db)).rows;
	for (const row of rows) {
		const known = columns.filter(([, column]) => row[column] !== null);
		if (known.length === 0) continue;
		const findings = JSON.stringify(
			Object.fromEntries(
				known.map(([name, column]) => [name, earlierYesNo.includes(name) ? row[column] === 1 : row[column]])
			)
		);
		const how = row.measured_on === null ? 'declared' : 'measured';
		const of = sql.ref(table === 'buildings' ? 'building_id' : 'dwelling_id');
		await sql`insert into surveys (id, ${of}, how, taken_on, findings, recorded_at)
			values (${row.id}, ${row.id}, ${how}, ${row.measured_on}, ${findings}, ${row.created_at})`.execute(db);
	}
}
