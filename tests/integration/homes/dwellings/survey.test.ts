import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentFindings } from '$lib/domain/accessibility/survey';
import type { Route } from '$lib/domain/accessibility/route';
import type { Actor } from '$lib/server/platform/auth/actor';
import {
	buildingToEdit,
	changeBuilding,
	changeDwelling,
	dwellingToEdit
} from '$lib/server/homes/dwellings/edit-service';
import { listSurveys } from '$lib/server/homes/dwellings/survey-repository';
import { recordSurvey, type NewSurvey } from '$lib/server/homes/dwellings/survey-service';
import { newId } from '$lib/server/ids';
import { checkStaged, checkUpload, importStaged, stageImport } from '$lib/server/homes/imports/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { anOpenNotice } from '../../../support/builders/notice';
import { aBuilding, aDwelling, anActor, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';

let test: TestDatabase;
let officer: Actor;
let building: string;
let id: string;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer');
	building = await aBuilding(test.db, { code: 'ED-1' });
	id = await aDwelling(test.db, { code: 'AL-1', building_id: building, owner_id: await anOwner(test.db) });
});
afterEach(() => test.close());

const survey = (changes: Partial<NewSurvey> = {}): NewSurvey => ({
	id: newId(),
	of: { dwellingId: id },
	how: 'measured',
	on: '2026-11-09',
	surveyor: 'R. Riva',
	findings: { innerDoorMm: 680, showerFloorLevel: false },
	...changes
});
const send = (one: NewSurvey, by = officer) => test.transact((trx) => recordSurvey(trx, one, noticePromises, by, now));
const found = async (of: string) => currentFindings((await listSurveys(test.db, { dwellings: [of] })).get(of) ?? []);
const facts = async () => (await dwellingToEdit(test.db, id, noticePromises))!.facts;

/** The current values of the register are those of the latest surveys: there is one truth. */
async function expectOneTruth() {
	const known = (await facts()) as Record<string, unknown>;
	for (const [feature, { value }] of await found(id)) expect([feature, known[feature]]).toEqual([feature, value]);
}

describe('a survey', () => {
	it('becomes the current value, with who measured it and when, and stays for ever', async () => {
		expect(await send(survey())).toMatchObject({ ok: true });
		await send(survey({ findings: { innerDoorMm: 800 }, on: '2026-11-10', surveyor: 'S. Sala' }));
		expect(await facts()).toMatchObject({ innerDoorMm: 800, showerFloorLevel: false, measuredBy: 'S. Sala' });
		expect((await found(id)).get('showerFloorLevel')).toMatchObject({ how: 'measured', surveyor: 'R. Riva' });
		expect((await listSurveys(test.db, { dwellings: [id] })).get(id)).toHaveLength(2);
		await expectOneTruth();
	});

	it('that is only declared leaves the day of the last measuring', async () => {
		await send(survey());
		await send(survey({ how: 'declared', on: null, surveyor: 'il proprietario', findings: { noiseDb: 30 } }));
		expect(await facts()).toMatchObject({ noiseDb: 30, measuredOn: '2026-11-09', measuredBy: 'R. Riva' });
		expect((await found(id)).get('noiseDb')?.how).toBe('declared');
	});

	it('sent twice is one, and one entry of the audit log', async () => {
		const one = survey();
		expect([await send(one), await send(one)]).toEqual([
			{ ok: true, id: one.id },
			{ ok: true, id: one.id }
		]);
		expect((await listSurveys(test.db, { dwellings: [id] })).get(id)).toHaveLength(1);
		const entries = await test.db.selectFrom('audit_entries').select('event').execute();
		expect(entries.map(({ event }) => event)).toEqual(['dwelling_surveyed']);
	});

	it('says what is wrong with it', async () => {
		expect(await send(survey({ findings: {} }))).toEqual({ ok: false, problem: 'nothing-found' });
		expect(await send(survey({ findings: { rentCents: 1 } }))).toEqual({ ok: false, problem: 'not-a-feature' });
		expect(await send(survey({ on: null }))).toEqual({ ok: false, problem: 'day-missing' });
		expect(await send(survey({ on: '2026-11-11' }))).toEqual({ ok: false, problem: 'in-the-future' });
		expect(await send(survey({ of: { dwellingId: 'nobody' } }))).toEqual({ ok: false, problem: 'unknown' });
		expect(await send(survey(), await anActor(test.db, 'auditor'))).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('of a route says by itself whether there are steps and how wide the door is', async () => {
		const piece = { widthMm: null, slope: null, steps: null, heightMm: null, handrail: null };
		const route: Route = [
			{ ...piece, kind: 'steps', steps: 2, heightMm: 160 },
			{ ...piece, kind: 'door', widthMm: 780 }
		];
		expect(await send(survey({ of: { buildingId: building }, findings: { route } }))).toMatchObject({ ok: true });
		const known = (await buildingToEdit(test.db, building, noticePromises))!;
		expect(known.facts).toMatchObject({ route, stepFreeEntrance: false, entranceDoorMm: 780 });
		const { synthetic: _, code: __, ...rest } = known.facts;
		const form = { ...rest, stepFreeEntrance: true, version: known.version };
		await test.transact((trx) => changeBuilding(trx, form, noticePromises, officer, now));
		expect((await buildingToEdit(test.db, building, noticePromises))!.facts.stepFreeEntrance).toBe(false);
	});

	it('records with a route what follows from it', async () => {
		const route: Route = [{ kind: 'door', widthMm: 780, slope: null, steps: null, heightMm: null, handrail: null }];
		await send(survey({ of: { buildingId: building }, findings: { route } }));
		const current = currentFindings((await listSurveys(test.db, { buildings: [building] })).get(building)!);
		expect([current.get('stepFreeEntrance')?.value, current.get('entranceDoorMm')?.value]).toEqual([true, 780]);
		await send(survey({ of: { buildingId: building }, findings: { entranceDoorMm: 900 } }));
		const again = currentFindings((await listSurveys(test.db, { buildings: [building] })).get(building)!);
		expect(again.get('entranceDoorMm')?.value).toBe(780);
	});

	it('asks about an unlikely measure, and takes it from who is sure', async () => {
		const odd = survey({ findings: { innerDoorMm: 70, corridorMm: 1_000 } });
		expect(await send(odd)).toMatchObject({ problem: 'look-again', doubts: [{ field: 'innerDoorMm', perhaps: 700 }] });
		expect((await facts()).corridorMm).toBeNull();
		expect(await send({ ...odd, sure: { innerDoorMm: 71 } })).toMatchObject({ problem: 'look-again' });
		expect(await send({ ...odd, sure: { innerDoorMm: 70 } })).toEqual({ ok: true, id: odd.id });
		expect(await facts()).toMatchObject({ innerDoorMm: 70, corridorMm: 1_000 });
	});

	it('does not write over what somebody else found meanwhile, until it was read', async () => {
		const seen = { innerDoorMm: null, showerFloorLevel: null };
		await send(survey({ findings: { innerDoorMm: 800 }, surveyor: 'S. Sala', seen }));
		const mine = survey({ findings: { innerDoorMm: 680, showerFloorLevel: true }, seen });
		const answer = await send(mine);
		expect(answer).toMatchObject({
			problem: 'look-again',
			doubts: [],
			conflicts: [{ feature: 'innerDoorMm', stands: { value: 800, surveyor: 'S. Sala' } }],
			stands: { innerDoorMm: 800, showerFloorLevel: null }
		});
		expect((await facts()).innerDoorMm).toBe(800);
		if (!('stands' in answer)) throw new Error('no answer');
		expect(await send({ ...mine, seen: answer.stands })).toMatchObject({ ok: true });
		expect((await facts()).innerDoorMm).toBe(680);
		await expectOneTruth();
	});

	it('adds what nobody had measured to a dwelling of an open notice, and changes nothing that it promises', async () => {
		const notice = await anOpenNotice(test, [5_000]);
		const of = { dwellingId: notice.dwellingIds[0]! };
		expect(await send(survey({ of, findings: { bathDoorMm: 700 } }))).toMatchObject({ ok: true });
		expect(await send(survey({ of, findings: { bathDoorMm: 760 } }))).toMatchObject({
			problem: 'promised',
			fields: ['bathDoorMm']
		});
	});
});

describe('every other way in leaves a record too', () => {
	it('the form: measured where it has a day, else declared', async () => {
		const save = async (changes: object) => {
			const { facts: known, version } = (await dwellingToEdit(test.db, id, noticePromises))!;
			const { buildingId: _, code: __, ...rest } = known;
			const form = { ...rest, buildingCode: 'ED-1', version, ...changes };
			return test.transact((trx) => changeDwelling(trx, form, noticePromises, officer, now));
		};
		await save({ corridorMm: 1_000 });
		expect((await found(id)).get('corridorMm')).toMatchObject({ how: 'declared', on: null });
		await save({ measuredOn: '2026-11-01', measuredBy: 'R. Riva' });
		expect((await found(id)).get('corridorMm')).toMatchObject({ how: 'measured', surveyor: 'R. Riva', value: 1_000 });
		await save({ corridorMm: null });
		expect((await found(id)).get('corridorMm')?.value).toBeNull();
		await save({ rooms: 3 });
		expect((await listSurveys(test.db, { dwellings: [id] })).get(id)).toHaveLength(3);
		await expectOneTruth();
	});

	it('the file: of new dwellings and of changed ones, buildings too', async () => {
		const titles =
			'codice_edificio;comune;codice_alloggio;proprieta;erp;porta_bagno_cm;soglia_massima_cm;fermata_m;misurato_il';
		const rows = [
			'ED-1;Milano;AL-1;Comune di Milano;no;68;0;350;01/11/2026',
			'ED-2;Milano;AL-2;Comune di Milano;no;;2,5;;'
		];
		const bytes = new TextEncoder().encode([titles, ...rows].join('\n'));
		const upload = await checkUpload(test.db, { name: 'f.csv', bytes }, noticePromises, now);
		expect(upload.report).toMatchObject({ errorCount: 0, problems: [] });
		const staged = await test.transact((trx) => stageImport(trx, upload, officer, now));
		if (!staged.ok) throw new Error(staged.problem);
		const checked = await checkStaged(test.db, staged.id, officer, now);
		if (!checked.ok) throw new Error(checked.problem);
		expect(
			await test.transact((trx) => importStaged(trx, staged.id, checked.file, noticePromises, officer, now))
		).toEqual({
			ok: true
		});
		expect(await facts()).toMatchObject({ bathDoorMm: 680, thresholdMm: 0 });
		expect((await found(id)).get('bathDoorMm')).toMatchObject({ how: 'measured', on: '2026-11-01' });
		const ofBuilding = (await listSurveys(test.db, { buildings: [building] })).get(building)!;
		expect(ofBuilding.map(({ findings }) => findings)).toEqual([{ stopDistanceMm: 350_000 }]);
		await expectOneTruth();
	});
});
