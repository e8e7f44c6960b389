import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { readSurveyList } from '$lib/server/allocation/survey-list/service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aTenancy, anAcceptedOffer } from '../../../support/builders/holding';
import { aHouseholdOf, healthFacts } from '../../../support/builders/household';
import { aBuilding, aDwelling, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
beforeEach(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
});
afterEach(() => database.close());

const OPEN = '2026-12-20T22:59:59.999Z';
const wheelchair = healthFacts('wheelchairIndoors');
/** Everything of a flat and of a building that a wheelchair asks for; 58 m2 suit three or four persons. */
const flat = {
	floor: 0,
	rooms: 3,
	flat_door_mm: 900,
	inner_door_mm: 800,
	threshold_mm: 0,
	corridor_mm: 1100,
	turning_mm: 1500,
	wc_side_mm: 1000,
	wc_front_mm: 800,
	shower_floor_level: 1
};
const building = { step_free_entrance: 1, entrance_door_mm: 900, lift: 0 };

const asks = (count: number, persons = 3, health: HealthFacts = wheelchair, account?: Actor) =>
	Array.from({ length: count }, () => ({
		pseudonym: newId().slice(-12),
		choices: [1],
		household: aHouseholdOf(persons),
		health,
		...(account && { account })
	}));

const read = (by = officer, page = 1) => readSurveyList(database.db, page, by, NOW);
const rows = async () => (await read())!.rows.map(({ code, serves, total }) => [code.slice(0, 10), serves, total]);

test('the dwellings of an open notice that may suit most come first, each with what is missing, under four unsaid', async () => {
	const { dwellingIds } = await aClosedNotice(database, {
		closesAt: OPEN,
		building,
		dwellings: [
			{ row: { ...flat, wc_side_mm: null, net_area_dm2: 6_000 } },
			{ row: { ...flat, corridor_mm: null, net_area_dm2: 4_800 } },
			{ row: { ...flat, corridor_mm: 900, turning_mm: null } },
			{ row: { ...flat, net_area_dm2: 7_500 } }
		],
		applications: [...asks(5), ...asks(2, 4), ...asks(3, 2), ...asks(9, 3, healthFacts()), ...asks(6, 4)]
	});
	const list = (await read())!;
	expect(list.rows).toMatchObject([
		{ id: dwellingIds[0], missing: ['wcSideMm'], serves: 13, total: 13, address: 'Via Hermada 2' },
		{ id: dwellingIds[1], missing: ['corridorMm'], serves: 8, total: null }
	]);
	// The fourth dwelling suits the eight of four persons today.
	expect(list.headline).toEqual({ dwellings: 1, households: 13, without: 5 });
	expect(list.rows[0]!.buildingId).toBeTruthy();
});

test('restored and free dwellings count, certified ones only, and those of a draft', async () => {
	const { noticeId } = await aClosedNotice(database, {
		closesAt: OPEN,
		dwellings: [{ row: { ...flat, corridor_mm: 900 } }],
		applications: asks(4)
	});
	const [owner_id, building_id] = [await anOwner(database.db), await aBuilding(database.db)];
	const values = { building_id, owner_id, net_area_dm2: 5_800, floor: 0 };
	await aDwelling(database.db, { ...values, code: 'A-certified' }, ['identified', 'works_done', 'certified']);
	await aDwelling(database.db, { ...values, code: 'B-in-works' }, ['identified', 'works_started']);
	await aDwelling(database.db, { ...values, code: 'C-lived-in' }, ['certified', 'let_before_portal']);
	expect(await rows()).toEqual([['A-certifie', 4, 4]]);
	await database.db.deleteFrom('notice_events').where('notice_id', '=', noticeId).execute();
	// A draft has no households that wait: nobody is left to measure for.
	expect(await read()).toMatchObject({ headline: null, rows: [], all: 0 });
});

test('a household that has an offer, withdrew or asked for nothing special does not count; a person counts once', async () => {
	const [twice, better] = [await anAccount(database, 'applicant'), await anAccount(database, 'applicant')];
	const unmeasured = { dwellings: [{ row: { ...flat, corridor_mm: null } }], building };
	await aClosedNotice(database, {
		...unmeasured,
		closesAt: OPEN,
		applications: [...asks(3), ...asks(1, 3, wheelchair, twice), ...asks(1, 3, wheelchair, better)]
	});
	const second = await aClosedNotice(database, {
		...unmeasured,
		closesAt: '2026-12-28T22:59:59.999Z',
		applications: [...asks(1, 3, wheelchair, twice), ...asks(1), ...asks(1, 3, healthFacts(), better)]
	});
	const serves = async () => (await read())!.rows.map((row) => row.serves);
	expect(await serves()).toEqual([5, 5]);
	const { db } = database;
	await db.updateTable('applications').set({ ended_at: NOW }).where('notice_id', '=', second.noticeId).execute();
	// What they said last was withdrawn: what they said first still stands.
	expect(await serves()).toEqual([5, 5]);
	const offer = await anAcceptedOffer(db, second.dwellingIds[0]!);
	const { id } = await db
		.selectFrom('applications')
		.select('id')
		.where('account_id', '=', twice.id)
		.where('ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	await db.updateTable('offers').set({ application_id: id }).where('id', '=', offer).execute();
	expect(await serves()).toEqual([4, 4]);
});

test('a closed notice counts while a dwelling of it is still free, and its own dwellings do not', async () => {
	const closed = await aClosedNotice(database, { applications: asks(4) });
	const [owner_id, building_id] = [await anOwner(database.db), await aBuilding(database.db)];
	await aDwelling(database.db, { building_id, owner_id, net_area_dm2: 5_800, code: 'A-free' }, ['certified']);
	expect(await rows()).toEqual([['A-free', 4, 4]]);
	for (const id of closed.dwellingIds) await aTenancy(database.db, id, []);
	expect(await rows()).toEqual([]);
});

test('nobody but officers and managers reads it', async () => {
	expect(await read(await anAccount(database, 'manager'))).not.toBeNull();
	for (const role of ['auditor', 'programme', 'administrator', 'caseworker', 'applicant'] as const)
		expect(await read(await anAccount(database, role))).toBeNull();
});
