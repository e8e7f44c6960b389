import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsurveyedBuilding, unsurveyedDwelling } from '$lib/domain/accessibility/features';
import type { Actor } from '$lib/server/platform/auth/actor';
import { recordMilestone } from '$lib/server/homes/dwellings/milestone-service';
import { dwellingFile, listDwellings, publishedDwelling } from '$lib/server/homes/dwellings/reading-service';
import type { NewBuilding, NewDwelling } from '$lib/server/homes/dwellings/register';
import { registerBuilding, registerDwelling } from '$lib/server/homes/dwellings/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { newId } from '$lib/server/ids';
import { programmeOverview } from '$lib/server/programme/operations/service';
import { aBuilding, aDwelling, anActor, anOperation, anOwner, theTarget } from '../../../support/builders/register';
import { anAcceptedOffer, aTenancy } from '../../../support/builders/holding';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-06-01T10:00:00.000Z';
const works = ['identified', 'works_planned', 'works_started', 'works_done'] as const;
const certificate = {
	event: 'certified',
	on: '2026-05-30',
	document: 'CRE 12/2026',
	signedBy: 'ing. A. Villa'
} as const;

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

const certify = (dwellingId: string, by = officer, changes: object = {}) =>
	test.transact((trx) => recordMilestone(trx, { ...certificate, ...changes, dwellingId }, noticePromises, by, now));
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

describe('certifying works', () => {
	it('moves the count towards the target', async () => {
		const id = await aDwelling(
			test.db,
			{ building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation },
			works
		);
		const before = await programmeOverview(test.db, now);
		expect(before).toMatchObject({ restored: 0, target: 145, counts: { in_works: 1, not_identified: 144 } });
		expect((await certify(id)).ok).toBe(true);
		const after = await programmeOverview(test.db, now);
		expect(after).toMatchObject({ restored: 1, counts: { in_works: 0, restored: 1 } });
		expect(after.houses[0]).toMatchObject({ number: 1, state: 'restored' });
		expect(await auditEvents()).toEqual(['works_certified']);
	});

	it('keeps offered and let apart, and still restored', async () => {
		const place = { building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation };
		const [offered, let_] = [
			await aDwelling(test.db, place, [...works, 'certified']),
			await aDwelling(test.db, place, [...works, 'certified'])
		];
		await anAcceptedOffer(test.db, offered);
		await aTenancy(test.db, let_, ['assigned', 'keys_delivered']);
		expect(await programmeOverview(test.db, now)).toMatchObject({ restored: 2, offered: 1, keysDelivered: 1 });
	});

	it('finds the first on a second click, and tells another officer who and when', async () => {
		const id = await aDwelling(
			test.db,
			{ building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation },
			works
		);
		const answers = await Promise.all([certify(id), certify(id)]);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		const other = await certify(id, await anActor(test.db, 'manager', 'Ugo Riva'));
		expect(other).toMatchObject({
			ok: false,
			problem: 'milestone-already-recorded',
			first: { accountName: 'Carla Neri' }
		});
		expect(await auditEvents()).toEqual(['works_certified']);
	});

	it('is refused before the works are done and to whoever may not', async () => {
		const id = await aDwelling(
			test.db,
			{ building_id: await aBuilding(test.db), owner_id: owner, operation_id: operation },
			works.slice(0, 3)
		);
		expect(await certify(id)).toMatchObject({ problem: 'milestone-out-of-order' });
		expect(await certify(id, await anActor(test.db, 'programme'))).toMatchObject({ problem: 'not-allowed' });
		expect(await certify(newId())).toMatchObject({ problem: 'dwelling-unknown' });
		expect((await programmeOverview(test.db, now)).restored).toBe(0);
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
