import { Migrator, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrateToLatest, migrations } from '$lib/server/platform/db/migrate';
import { dropEverything } from '$lib/server/demo/repository';
import { listSurveys } from '$lib/server/homes/dwellings/survey-repository';
import { anOwner } from '../../../support/builders/register';
import { openTestDatabase } from '../../../support/database';

const BEFORE = '0015_requests_by_end';

test('what was known before there were surveys becomes the first record of each', async () => {
	const database = await openTestDatabase();
	const { db } = database;
	await dropEverything(database);
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	expect((await migrator.migrateTo(BEFORE)).error).toBeUndefined();
	const owner = await anOwner(db);
	await sql`insert into buildings (id, code, municipality, lift, entrance_door_mm, synthetic, created_at)
		values ('b1', 'B1', 'Milano', 1, 850, 0, '2026-01-10T09:00:00.000Z'),
			('b2', 'B2', 'Milano', null, null, 0, '2026-01-10T09:00:00.000Z')`.execute(db);
	await sql`insert into dwellings (id, code, building_id, owner_id, erp, inner_door_mm, shower_floor_level, measured_on,
			search, synthetic, created_at)
		values ('d1', 'D1', 'b1', ${owner}, 0, 700, 0, '2026-01-09', '', 0, '2026-01-10T09:00:00.000Z')`.execute(db);
	await migrateToLatest(db);
	const buildings = await listSurveys(db, { buildings: ['b1', 'b2'] });
	expect(buildings.get('b1')).toMatchObject([
		{ how: 'declared', on: null, findings: { lift: true, entranceDoorMm: 850 } }
	]);
	expect(buildings.get('b2')).toEqual([]);
	const dwellings = await listSurveys(db, { dwellings: ['d1'] });
	expect(dwellings.get('d1')).toMatchObject([
		{ how: 'measured', on: '2026-01-09', findings: { innerDoorMm: 700, showerFloorLevel: false } }
	]);
	await database.close();
});
