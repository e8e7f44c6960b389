import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import {
	buildingToEdit,
	changeBuilding,
	changeDwelling,
	dwellingToEdit
} from '$lib/server/homes/dwellings/edit-service';
import { listDwellings } from '$lib/server/homes/dwellings/reading-service';
import { checkUpload } from '$lib/server/homes/imports/service';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { anOpenNotice, aDraft, certifiedDwellings } from '../../../support/builders/notice';
import { aBuilding, aDwelling, anActor, anOperation, anOwner } from '../../../support/builders/register';
import { aTenancy } from '../../../support/builders/holding';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';

let test: TestDatabase;
let officer: Actor;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer');
});
afterEach(() => test.close());

type DwellingChange = Partial<Parameters<typeof changeDwelling>[1]>;
type BuildingChange = Partial<Parameters<typeof changeBuilding>[1]>;

/** What an officer sends who opened the form now and changes a little of it. */
async function formOf(id: string, changes: DwellingChange) {
	const { facts, version } = (await dwellingToEdit(test.db, id, noticePromises))!;
	const { buildingId: _, code: __, ...rest } = facts;
	return { ...rest, version, ...changes };
}
async function edit(id: string, changes: DwellingChange, by = officer) {
	const form = await formOf(id, changes);
	return test.transact((trx) => changeDwelling(trx, form, noticePromises, by, now));
}
async function buildingForm(id: string, changes: BuildingChange) {
	const { facts, version } = (await buildingToEdit(test.db, id, noticePromises))!;
	const { code: _, synthetic: __, ...rest } = facts;
	return { ...rest, version, ...changes };
}
async function editBuilding(id: string, changes: BuildingChange) {
	const form = await buildingForm(id, changes);
	return test.transact((trx) => changeBuilding(trx, form, noticePromises, officer, now));
}
const entries = async (event: string) =>
	(await test.db.selectFrom('audit_entries').select('detail').where('event', '=', event).execute()).map(({ detail }) =>
		JSON.parse(detail!)
	);
const aHome = async (values: object = {}) =>
	aDwelling(test.db, { building_id: await aBuilding(test.db), owner_id: await anOwner(test.db), ...values });

describe('correcting the register', () => {
	it('writes what changed and keeps the value before and after in the audit log', async () => {
		const id = await aHome({ net_area_dm2: 6_200, rooms: 3 });
		expect(await edit(id, { netAreaDm2: 6_350, rooms: null })).toEqual({ ok: true, id });
		expect((await dwellingToEdit(test.db, id, noticePromises))?.facts).toMatchObject({
			netAreaDm2: 6_350,
			rooms: null
		});
		expect(await entries('dwelling_changed')).toEqual([
			{ rooms_before: 3, rooms_after: null, netAreaDm2_before: 6_200, netAreaDm2_after: 6_350 }
		]);
	});

	it('shows the second of two officers that the first saved, and loses neither version', async () => {
		const id = await aHome({ rooms: 3 });
		const second = await formOf(id, { rooms: 2 });
		await edit(id, { unit: '9' });
		expect(await test.transact((trx) => changeDwelling(trx, second, noticePromises, officer, now))).toEqual({
			ok: false,
			problem: 'stale'
		});
		expect((await dwellingToEdit(test.db, id, noticePromises))?.facts).toMatchObject({ unit: '9', rooms: 3 });
		expect(await edit(id, { rooms: 2 })).toMatchObject({ ok: true });
		expect((await dwellingToEdit(test.db, id, noticePromises))?.facts).toMatchObject({ unit: '9', rooms: 2 });
	});

	it('lets one of two officers who save at the same moment win', async () => {
		const id = await aHome({ rooms: 3 });
		const forms = [await formOf(id, { rooms: 4 }), await formOf(id, { rooms: 5 })];
		const answers = await Promise.all(
			forms.map((form) => test.transact((trx) => changeDwelling(trx, form, noticePromises, officer, now)))
		);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await entries('dwelling_changed')).toHaveLength(1);
	});

	it('finds its own change on a second click', async () => {
		const id = await aHome({ rooms: 3 });
		const form = await formOf(id, { rooms: 4 });
		const save = () => test.transact((trx) => changeDwelling(trx, form, noticePromises, officer, now));
		expect([await save(), await save()]).toEqual([
			{ ok: true, id },
			{ ok: true, id }
		]);
		expect(await entries('dwelling_changed')).toHaveLength(1);
	});

	it('is for officers and managers, of dwellings and buildings that exist', async () => {
		const id = await aHome();
		expect(await edit(id, { rooms: 1 }, await anActor(test.db, 'auditor'))).toMatchObject({ problem: 'not-allowed' });
		expect(await edit(id, { rooms: 1 }, await anActor(test.db, 'manager'))).toMatchObject({ ok: true });
		expect(await edit(id, { buildingCode: 'NONE' })).toMatchObject({ problem: 'building-unknown' });
		const form = await formOf(id, { id: 'nobody' });
		expect(await test.transact((trx) => changeDwelling(trx, form, noticePromises, officer, now))).toMatchObject({
			problem: 'dwelling-unknown'
		});
		expect(await dwellingToEdit(test.db, 'nobody', noticePromises)).toBeUndefined();
	});

	it('identifies a dwelling that joins the programme', async () => {
		const id = await aHome();
		await edit(id, { operationId: await anOperation(test.db) });
		const { rows } = await listDwellings(test.db, { programme: true }, { page: 1, size: 9 }, now);
		expect(rows[0]?.history.milestones.map(({ event }) => event)).toEqual(['identified']);
	});

	it('finds the dwellings of a building at its new address', async () => {
		const building = await aBuilding(test.db, { street: 'via Padova' });
		await aDwelling(test.db, { building_id: building, owner_id: await anOwner(test.db) });
		expect(await editBuilding(building, { street: 'via Monza', builtYear: 1962 })).toMatchObject({ ok: true });
		const found = async (text: string) => (await listDwellings(test.db, { text }, { page: 1, size: 9 }, now)).total;
		expect([await found('monza'), await found('padova')]).toEqual([1, 0]);
		expect(await entries('building_changed')).toEqual([
			{ street_before: 'via Padova', street_after: 'via Monza', builtYear_before: null, builtYear_after: 1962 }
		]);
	});

	it('recognises a stale form of a building', async () => {
		const building = await aBuilding(test.db);
		const old = await buildingForm(building, { floors: 3 });
		await editBuilding(building, { floors: 4 });
		expect(await test.transact((trx) => changeBuilding(trx, old, noticePromises, officer, now))).toMatchObject({
			problem: 'stale'
		});
	});
});

describe('a dwelling of a notice', () => {
	const buildingOf = async (id: string) => (await dwellingToEdit(test.db, id, noticePromises))!.facts.buildingId;

	it('keeps what an open notice promises; the rest can be corrected', async () => {
		const notice = await anOpenNotice(test, [5_000]);
		const id = notice.dwellingIds[0]!;
		const { promised } = (await dwellingToEdit(test.db, id, noticePromises))!;
		expect(promised).toHaveLength(1);
		const refused = { ok: false, problem: 'promised', notices: promised };
		expect(await edit(id, { netAreaDm2: 5_100, unit: '4' })).toEqual({ ...refused, fields: ['netAreaDm2'] });
		expect(await edit(id, { ownerId: await anOwner(test.db, 'ALER') })).toEqual({ ...refused, fields: ['ownerId'] });
		expect(await editBuilding(await buildingOf(id), { lift: false })).toEqual({ ...refused, fields: ['lift'] });
		expect(await edit(id, { unit: '4', cadastralAreaDm2: 6_000 })).toMatchObject({ ok: true });
		expect(await editBuilding(await buildingOf(id), { builtYear: 1950 })).toMatchObject({ ok: true });
		expect((await dwellingToEdit(test.db, id, noticePromises))?.facts).toMatchObject({ netAreaDm2: 5_000, unit: '4' });
	});

	it('is free again once a family has the keys, and the notice is named as one of the past', async () => {
		const notice = await anOpenNotice(test, [5_000]);
		const id = notice.dwellingIds[0]!;
		await aTenancy(test.db, id, ['assigned', 'contract_registered']);
		expect(await edit(id, { netAreaDm2: 5_100 })).toMatchObject({ problem: 'promised' });
		await test.db.updateTable('tenancies').set({ ended_at: now }).execute();
		await aTenancy(test.db, id, ['assigned', 'contract_registered', 'keys_delivered']);
		expect(await edit(id, { rooms: 4 })).toMatchObject({ ok: true });
		expect(await dwellingToEdit(test.db, id, noticePromises)).toMatchObject({
			promised: [],
			over: [expect.any(String)]
		});
		const frozen = await test.db.selectFrom('notice_dwellings').select(['list', 'set_aside']).execute();
		expect(frozen).toHaveLength(1);
	});

	it('is placed again in a draft, and a manager who read the draft before cannot open it', async () => {
		const [id] = await certifiedDwellings(test, [5_000]);
		const manager = await anActor(test.db, 'manager');
		const drafted = await test.transact((trx) => draftNotice(trx, aDraft({ dwellingIds: [id!] }), officer, now));
		if (!drafted.ok) throw new Error(drafted.problem);
		const setAside = async () => (await test.db.selectFrom('notice_dwellings').selectAll().execute())[0]!;
		expect((await setAside()).set_aside).toBe('[]');
		await editBuilding(await buildingOf(id!), {
			stepFreeEntrance: true,
			entranceDoorMm: 900,
			lift: true,
			liftDoorMm: 800,
			liftCabinWidthMm: 1_200,
			liftCabinDepthMm: 1_400,
			liftLandingMm: 1_500
		});
		const aler = await anOwner(test.db, 'ALER');
		await edit(id!, {
			ownerId: aler,
			innerDoorMm: 800,
			corridorMm: 1_200,
			turningMm: 1_500,
			wcSideMm: 1_000,
			wcFrontMm: 800,
			showerFloorLevel: true,
			flatDoorMm: 800,
			thresholdMm: 20
		});
		expect(await setAside()).toMatchObject({ list: aler, set_aside: '["wheelchair","reduced-mobility"]' });
		const open = (revision: number) =>
			test.transact((trx) => openNotice(trx, { id: drafted.id, revision }, manager, now));
		expect(await open(0)).toMatchObject({ problem: 'stale' });
		expect(await open(2)).toEqual({ ok: true });
	});

	it('is not changed by a file either: the report names the cells', async () => {
		const notice = await anOpenNotice(test, [5_000]);
		const { facts } = (await dwellingToEdit(test.db, notice.dwellingIds[0]!, noticePromises))!;
		const file = (street: string, area: string) =>
			Buffer.from(
				`codice_edificio;comune;via;codice_alloggio;proprieta;erp;superficie_netta_m2;interno\n` +
					`${facts.buildingCode};Milano;${street};${facts.code};Comune di Milano;no;${area};5`
			);
		const report = async (street: string, area: string) =>
			(await checkUpload(test.db, { name: 'case.csv', bytes: file(street, area) }, noticePromises, now)).report;
		const promised = { problem: 'cell-promised', notices: ['A-2026-01'] };
		expect((await report('via Monza', '51')).errors).toMatchObject([
			{ row: 2, column: 'via', value: 'via Monza', ...promised },
			{ row: 2, column: 'superficie_netta_m2', value: '51', ...promised }
		]);
		expect(await report('via Padova', '50')).toMatchObject({ errorCount: 0, counts: { changedDwellings: 1 } });
	});
});
