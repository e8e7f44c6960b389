import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsurveyedBuilding, unsurveyedDwelling } from '$lib/domain/accessibility/features';
import type { Actor } from '$lib/server/platform/auth/actor';
import { recordMilestone } from '$lib/server/homes/dwellings/milestone-service';
import { dwellingFile, listDwellings, publishedDwelling } from '$lib/server/homes/dwellings/reading-service';
import type { NewBuilding, NewDwelling } from '$lib/server/homes/dwellings/register';
import { registerBuilding, registerDwelling } from '$lib/server/homes/dwellings/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { newId } from '$lib/server/ids';
import { aBuilding, aDwelling, anActor, anOperation, anOwner, theTarget } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-06-01T10:00:00.000Z';
const works = ['identified', 'works_planned', 'works_started', 'works_done'] as const;
const building = (code: string): NewBuilding => ({
	id: newId(),
	code,
	street: 'via Niccolò Jommelli',
	streetNumber: '4',
	municipality: 'Milano',
	district: null,
	rentZone: 2,
	floors: 5,
	builtYear: null,
	...unsurveyedBuilding,
	lift: true,
	entranceDoorMm: 900,
	measuredOn: null,
	measuredBy: null
});
const dwelling = (code: string, ownerId: string, operationId: string | null): NewDwelling => ({
	id: newId(),
	code,
	ownerId,
	operationId,
	erp: false,
	unit: '7',
	floor: 2,
	rooms: 3,
	netAreaDm2: 6_200,
	cadastralAreaDm2: null,
	rentCents: null,
	energyClass: null,
	...unsurveyedDwelling,
	measuredOn: null,
	measuredBy: null
});

let test: TestDatabase;
let officer: Actor;
let owner: string;
let operation: string;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer', 'Carla Neri');
	owner = await anOwner(test.db);
	operation = await anOperation(test.db);
	await theTarget(test.db);
});
afterEach(() => test.close());

const recordDone = (dwellingId: string, by = officer, on = '2026-05-30') =>
	test.transact((trx) =>
		recordMilestone(trx, { event: 'works_done', on, document: null, dwellingId }, noticePromises, by, now)
	);
const auditEvents = async () =>
	(await test.db.selectFrom('audit_entries').select('event').orderBy('seq').execute()).map((row) => row.event);

describe('registering', () => {
	it('puts a building and a dwelling of the programme in the register, once, with their audit entries', async () => {
		const padova = building('E-1');
		const flat = { ...dwelling('A-1', owner, operation), buildingCode: 'E-1' };
		await test.transact((trx) => registerBuilding(trx, padova, officer, now));
		await test.transact((trx) => registerDwelling(trx, flat, officer, now));
		const again = await test.transact((trx) => registerDwelling(trx, flat, officer, now));
		expect(again).toEqual({ ok: true, id: flat.id });
		const file = await dwellingFile(test.db, flat.id, now);
		expect(file?.dwelling).toMatchObject({ code: 'A-1', state: 'identified', netAreaDm2: 6_200 });
		expect(file?.next).toEqual(['works_planned', 'withdrawn']);
		expect(await auditEvents()).toEqual(['building_registered', 'dwelling_registered']);
	});

	it('refuses a code that is taken, a building that is unknown, and whoever is not staff of the register', async () => {
		await test.transact((trx) => registerBuilding(trx, building('E-1'), officer, now));
		const flat = { ...dwelling('A-1', owner, operation), buildingCode: 'E-1' };
		const register = (change: object, by = officer) =>
			test.transact((trx) => registerDwelling(trx, { ...flat, ...change }, by, now));
		await register({});
		expect(await register({ id: newId() })).toEqual({ ok: false, problem: 'dwelling-code-taken' });
		expect(await register({ id: newId(), code: 'A-2', buildingCode: 'E-9' })).toMatchObject({
			problem: 'building-unknown'
		});
		const auditor = await anActor(test.db, 'auditor');
		expect(await register({ id: newId(), code: 'A-3' }, auditor)).toMatchObject({ problem: 'not-allowed' });
	});

	it('finds a dwelling by any part of its address, without accents', async () => {
		await test.transact((trx) => registerBuilding(trx, building('E-1'), officer, now));
		const flat = { ...dwelling('A-1', owner, operation), buildingCode: 'E-1' };
		await test.transact((trx) => registerDwelling(trx, flat, officer, now));
		const found = async (text: string) => (await listDwellings(test.db, { text }, { page: 1, size: 10 }, now)).total;
		expect(await found('NICCOLO jommelli 4')).toBe(1);
		expect(await found('nicolò')).toBe(0);
		expect(await found("100% _' or 1=1")).toBe(0);
	});

	it('finds an exact code first, whatever its signs and capitals, and nothing without a letter or a digit', async () => {
		await test.transact((trx) => registerBuilding(trx, { ...building('SC'), streetNumber: '1' }, officer, now));
		for (const code of ['AL-0101-07', 'AL-0101-08', 'SC-10', 'SC-11', 'SC/1', 'SC_12', 'ZZ-1']) {
			const flat = { ...dwelling(code, owner, operation), buildingCode: 'SC' };
			await test.transact((trx) => registerDwelling(trx, flat, officer, now));
		}
		const found = async (text: string) =>
			(await listDwellings(test.db, { text }, { page: 1, size: 10 }, now)).rows.map(({ code }) => code);
		for (const text of ['SC/1', 'sc1', 'Sc 1', 'sc-1', 'ＳＣ／１']) {
			expect((await found(text))[0]).toBe('SC/1');
		}
		for (const text of ['AL-0101-07', 'al010107', 'al 0101 07', 'AL.0101/07'])
			expect(await found(text)).toEqual(['AL-0101-07']);
		expect(await found('al0101')).toEqual(['AL-0101-07', 'AL-0101-08']);
		for (const text of ['%', '_', '"', "'", '%%', '_ _', '—']) expect(await found(text)).toEqual([]);
		expect(await found('')).toHaveLength(7);
		expect(await found('%07')).toEqual(['AL-0101-07']);
		expect((await publishedDwelling(test.db, 'SC/1', now))?.dwelling.code).toBe('SC/1');
	});
});

describe('recording a step of works', () => {
	it('finds the first on a second click, and tells another officer who and when', async () => {
		const place = { building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation };
		const id = await aDwelling(test.db, place, works.slice(0, 3));
		const answers = await Promise.all([recordDone(id), recordDone(id)]);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		const other = await recordDone(id, await anActor(test.db, 'manager', 'Ugo Riva'));
		expect(other).toMatchObject({ problem: 'milestone-already-recorded', first: { accountName: 'Carla Neri' } });
		expect(await auditEvents()).toEqual(['milestone_recorded']);
		expect((await dwellingFile(test.db, id, now))?.next).toEqual(['withdrawn']);
	});

	it('is refused out of order and to whoever may not', async () => {
		const place = { building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation };
		const id = await aDwelling(test.db, place, works.slice(0, 2));
		expect(await recordDone(id)).toMatchObject({ problem: 'milestone-out-of-order' });
		expect(await recordDone(id, await anActor(test.db, 'programme'))).toMatchObject({ problem: 'not-allowed' });
		expect(await recordDone(newId())).toMatchObject({ problem: 'dwelling-unknown' });
	});
});

describe('what anybody may see', () => {
	it('is the programme’s dwellings, without the number of the flat', async () => {
		const building_id = await aBuilding(test.db);
		await aDwelling(test.db, { building_id, owner_id: owner, operation_id: operation, code: 'A-1', unit: '7' }, works);
		await aDwelling(test.db, { building_id, owner_id: owner, code: 'PRIVATE' });
		expect(await publishedDwelling(test.db, 'A-1', now)).toMatchObject({ dwelling: { unit: null, state: 'in_works' } });
		expect(await publishedDwelling(test.db, 'PRIVATE', now)).toBeUndefined();
		expect((await listDwellings(test.db, { published: true }, { page: 9, size: 10 }, now)).rows).toHaveLength(1);
	});
});
