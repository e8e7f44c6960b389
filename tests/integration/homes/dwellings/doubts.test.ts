import { afterEach, beforeEach, expect, it } from 'vitest';
import { unsurveyedBuilding, unsurveyedDwelling } from '$lib/domain/accessibility/features';
import type { Actor } from '$lib/server/platform/auth/actor';
import {
	buildingToEdit,
	changeBuilding,
	changeDwelling,
	dwellingToEdit
} from '$lib/server/homes/dwellings/edit-service';
import { registerBuilding, registerDwelling } from '$lib/server/homes/dwellings/service';
import { newId } from '$lib/server/ids';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { aBuilding, aDwelling, anActor, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';
let test: TestDatabase;
let officer: Actor;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer');
});
afterEach(() => test.close());

const place = { street: 'via Piani', streetNumber: '1', municipality: 'Milano', district: null, rentZone: null };
const noDay = { measuredOn: null, measuredBy: null };
const building = { ...unsurveyedBuilding, ...place, ...noDay, id: newId(), code: 'PF-1', floors: 6, builtYear: null };
const impossible = {
	...unsurveyedDwelling,
	...noDay,
	id: newId(),
	code: 'PF-1-1',
	buildingCode: 'PF-1',
	operationId: null,
	erp: false,
	unit: '1',
	floor: 59,
	rooms: 3,
	netAreaDm2: 90_00,
	cadastralAreaDm2: 60_00,
	rentCents: 400_00,
	energyClass: null
};

it('an impossible flat is asked about, registered when it is said to be right, and not asked again', async () => {
	await test.transact((trx) => registerBuilding(trx, building, officer, now));
	const flat = { ...impossible, ownerId: await anOwner(test.db) };
	const register = (sure: readonly string[]) => test.transact((trx) => registerDwelling(trx, flat, officer, now, sure));
	const asked = await register([]);
	if (asked.ok || asked.problem !== 'doubtful') throw new Error('it was not asked about');
	expect(asked.doubts.map(({ rule }) => rule)).toEqual(['net-above-gross', 'floor-above-roof']);
	expect(await register([asked.doubts[0]!.key])).toMatchObject({ problem: 'doubtful', doubts: [asked.doubts[1]] });
	expect(await register(asked.doubts.map(({ key }) => key))).toEqual({ ok: true, id: flat.id });
	const { facts, version } = (await dwellingToEdit(test.db, flat.id, noticePromises))!;
	const change = (changes: object) =>
		test.transact((trx) =>
			changeDwelling(trx, { ...facts, version, buildingCode: 'PF-1', ...changes }, noticePromises, officer, now)
		);
	expect(await change({ rentCents: 1 })).toMatchObject({ doubts: [{ rule: 'rentCents-none', level: 'refuse' }] });
	expect(await change({ rooms: 30 })).toMatchObject({ doubts: [{ rule: 'rooms-high' }, { rule: 'rooms-too-small' }] });
	expect(await change({ rentCents: 420_00 })).toEqual({ ok: true, id: flat.id });
});

it('a roof below a flat of the building is asked about', async () => {
	const id = await aBuilding(test.db, { floors: 8 });
	await aDwelling(test.db, { building_id: id, owner_id: await anOwner(test.db), floor: 7 });
	const { facts, version } = (await buildingToEdit(test.db, id, noticePromises))!;
	const lower = (floors: number, sure: readonly string[] = []) =>
		test.transact((trx) => changeBuilding(trx, { ...facts, version, floors }, noticePromises, officer, now, sure));
	const asked = await lower(5);
	if (asked.ok || asked.problem !== 'doubtful') throw new Error('it was not asked about');
	expect(asked.doubts).toMatchObject([{ rule: 'floor-above-roof', values: { floor: 7, floors: 5 } }]);
	expect(await lower(5, [asked.doubts[0]!.key])).toEqual({ ok: true, id });
});
