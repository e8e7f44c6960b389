import { sql, type Kysely } from 'kysely';

/** Buildings and dwellings with their measures; what happened to each dwelling. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('buildings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('street', 'text')
		.addColumn('street_number', 'text')
		.addColumn('municipality', 'text', (c) => c.notNull())
		.addColumn('district', 'text')
		.addColumn('rent_zone', 'integer')
		.addColumn('floors', 'integer')
		.addColumn('built_year', 'integer')
		.addColumn('lift', 'integer', (c) => c.check(sql`lift in (0, 1)`))
		.addColumn('step_free_entrance', 'integer', (c) => c.check(sql`step_free_entrance in (0, 1)`))
		.addColumn('entrance_door_mm', 'integer')
		.addColumn('lift_door_mm', 'integer')
		.addColumn('lift_cabin_width_mm', 'integer')
		.addColumn('lift_cabin_depth_mm', 'integer')
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('dwellings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('building_id', 'text', (c) => c.notNull().references('buildings.id'))
		.addColumn('owner_id', 'text', (c) => c.notNull().references('organisations.id'))
		.addColumn('operation_id', 'text', (c) => c.references('operations.id'))
		.addColumn('erp', 'integer', (c) => c.notNull().check(sql`erp in (0, 1)`))
		.addColumn('unit', 'text')
		.addColumn('floor', 'integer')
		.addColumn('rooms', 'integer')
		.addColumn('net_area_dm2', 'integer')
		.addColumn('cadastral_area_dm2', 'integer')
		.addColumn('rent_cents', 'integer')
		.addColumn('energy_class', 'text')
		.addColumn('inner_door_mm', 'integer')
		.addColumn('corridor_mm', 'integer')
		.addColumn('turning_mm', 'integer')
		.addColumn('wc_side_mm', 'integer')
		.addColumn('wc_front_mm', 'integer')
		.addColumn('shower_floor_level', 'integer', (c) => c.check(sql`shower_floor_level in (0, 1)`))
		.addColumn('measured_on', 'text')
		.addColumn('search', 'text', (c) => c.notNull())
		.addColumn('synthetic', 'integer', (c) => c.notNull().check(sql`synthetic in (0, 1)`))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema.createIndex('dwellings_by_building').on('dwellings').column('building_id').execute();

	await db.schema.createIndex('dwellings_by_operation').on('dwellings').column('operation_id').execute();

	await db.schema
		.createTable('dwelling_events')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('dwelling_id', 'text', (c) => c.notNull().references('dwellings.id'))
		.addColumn('event', 'text', (c) =>
			c
				.notNull()
				.check(
					sql`event in ('identified', 'works_planned', 'works_started', 'works_done', 'certified', 'let_before_portal', 'withdrawn')`
				)
		)
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('account_id', 'text', (c) => c.references('accounts.id'))
		.addColumn('document', 'text')
		.addColumn('signed_by', 'text')
		.addColumn('source', 'text')
		.execute();

	await db.schema
		.createIndex('dwelling_events_once')
		.on('dwelling_events')
		.columns(['dwelling_id', 'event'])
		.unique()
		.execute();
}
