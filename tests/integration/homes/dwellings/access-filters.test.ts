import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DwellingFilter } from '$lib/server/homes/dwellings/dwelling';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { listDwellings, publishedDwelling } from '$lib/server/homes/dwellings/reading-service';
import { recordSurvey } from '$lib/server/homes/dwellings/survey-service';
import { newId } from '$lib/server/ids';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { aBuilding, aDwelling, anActor, anOperation, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';
const doors = { flat_door_mm: 800, inner_door_mm: 800 };

let test: TestDatabase;
beforeAll(async () => {
	test = await openTestDatabase();
	const owner_id = await anOwner(test.db);
	const flat = await aBuilding(test.db, { step_free_entrance: 1, entrance_door_mm: 900, lift: 0 });
	const stairs = await aBuilding(test.db, { step_free_entrance: 0, entrance_door_mm: 800, lift: 1 });
	const dwelling = (code: string, building_id: string, values: object) =>
		aDwelling(test.db, { code, building_id, owner_id, ...values });
	await dwelling('GROUND', flat, { floor: 0, ...doors, shower_floor_level: 1 });
	await dwelling('UPSTAIRS', flat, { floor: 2, ...doors });
	await dwelling('NARROW', stairs, { floor: 1, flat_door_mm: 800, inner_door_mm: 790, shower_floor_level: 0 });
	await dwelling('UNMEASURED', stairs, { floor: 1 });
});
afterAll(() => test.close());

describe('filters by what was measured', () => {
	it.each<[DwellingFilter, string[]]>([
		[{}, ['GROUND', 'NARROW', 'UNMEASURED', 'UPSTAIRS']],
		[{ doorMm: 800 }, ['GROUND', 'UPSTAIRS']],
		[{ doorMm: 790 }, ['GROUND', 'NARROW', 'UPSTAIRS']],
		[{ doorMm: 810 }, []],
		[{ stepFree: true }, ['GROUND']],
		[{ lift: true }, ['NARROW', 'UNMEASURED']],
		[{ floorShower: true }, ['GROUND']],
		[{ doorMm: 800, stepFree: true, floorShower: true }, ['GROUND']]
	])('%j', async (filter, codes) => {
		const { rows, total } = await listDwellings(test.db, filter, { page: 1, size: 9 }, now);
		expect(rows.map(({ code }) => code)).toEqual(codes);
		expect(total).toBe(codes.length);
	});

	it('come from the address; what is not understood is as if it were absent', () => {
		const read = (query: string) => readFilter(new URLSearchParams(query)).filter;
		expect(read('door=80&step_free=on&lift=on&shower=on')).toEqual({
			doorMm: 800,
			stepFree: true,
			lift: true,
			floorShower: true
		});
		expect(read('door=wide&step_free=maybe&lift=&needs=hearing')).toEqual({});
	});
});

describe('what everybody may see', () => {
	it('is how a measure was taken and when, never by whom', async () => {
		const operation_id = await anOperation(test.db);
		const building_id = await aBuilding(test.db);
		const id = await aDwelling(test.db, {
			code: 'PUBLIC',
			building_id,
			owner_id: await anOwner(test.db),
			operation_id
		});
		const officer = await anActor(test.db, 'officer');
		const survey = { id: newId(), of: { dwellingId: id }, findings: { innerDoorMm: 700 } };
		const measured = { how: 'measured', on: '2026-11-09', surveyor: 'R. Riva' } as const;
		await test.transact((trx) => recordSurvey(trx, { ...survey, ...measured }, noticePromises, officer, now));
		const seen = await publishedDwelling(test.db, 'PUBLIC', now);
		expect(seen?.provenance).toEqual({ innerDoorMm: { how: 'measured', on: '2026-11-09', surveyor: null } });
	});
});
