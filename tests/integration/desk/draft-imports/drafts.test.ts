import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftColumns, MOST_ROWS } from '$lib/server/desk/draft-imports/columns';
import { readFile } from '$lib/server/desk/draft-imports/read-file';
import { wrongFile } from '$lib/server/desk/draft-imports/report';
import { checkRows, startDrafts } from '$lib/server/desk/draft-imports/service';
import { revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { myMandate } from '$lib/server/people/mandates/reading-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHouseholdOf } from '../../../support/builders/household';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anOpenNotice } from '../../../support/builders/notice';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { NOW as now } from '../../../support/mandate-acts';

let database: TestDatabase;
let noticeId: string;
let dwellingId: string;
let notice: string;
let helper: Helper;
let nadia: Actor;
let omar: Actor;
let mandates: { nadia: string; omar: string };
beforeAll(async () => {
	database = await openTestDatabase();
	const open = await anOpenNotice(database, [6_300]);
	noticeId = open.id;
	dwellingId = open.dwellingIds[0]!;
	const row = database.db.selectFrom('notices').select('code').where('id', '=', noticeId);
	notice = (await row.executeTakeFirstOrThrow()).code;
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	nadia = await anActor(database.db, 'applicant', 'Nadia Haddad');
	omar = await anActor(database.db, 'applicant', 'Omar Haddad');
	await withContact(database, nadia, now);
	mandates = {
		nadia: await aMandate(database, { helper, person: nadia }, now),
		omar: await aMandate(database, { helper, person: omar }, now)
	};
});

type Typed = Readonly<Record<string, string>>;
const NADIA = { codice_fiscale: 'hdd nda 86e54 f205o', nascita: '14/05/1986' };
const omarRow = () => ({ mandato: mandates.omar.toUpperCase(), nascita: '3.2.1971' });

/** A file of these rows, as a spreadsheet writes it. */
function fileOf(...rows: readonly Typed[]): string {
	const names = draftColumns.map(({ name }) => name);
	const lines = rows.map((row) => names.map((name) => row[name] ?? (name === 'avviso' ? notice : '')).join(';'));
	return [names.join(';'), ...lines].join('\r\n');
}

async function rowsOf(text: string) {
	const read = await readFile(new TextEncoder().encode(text));
	if (!read.ok) throw new Error(read.problems.map(({ problem }) => problem).join());
	return read.rows;
}

async function check(text: string, by: Actor = helper) {
	const rows = await rowsOf(text);
	const checked = await database.transact((trx) => checkRows(trx, rows, by, now));
	if (!checked.ok) throw new Error(checked.problem);
	return checked;
}

async function start(text: string) {
	const done = await startDrafts(database.transact, await rowsOf(text), helper, now);
	if (!done.ok) throw new Error(done.problem);
	return { started: done.started.length, wrong: done.wrong.map(({ row, errors }) => [row.line, errors[0]!.column]) };
}

const columnsWrong = async (text: string) =>
	(await check(text)).wrong.map(({ row, errors }) => [row.line, ...errors.map(({ column }) => column)]);
const draftOf = async (person: Actor) => (await openDraft(database.db, noticeId, person))?.answers;

describe('a file that starts drafts', () => {
	it('starts the drafts of the good rows, says what is wrong in the others, and writes nothing before', async () => {
		const text = fileOf(NADIA, { ...omarRow(), casa: 'castello', isee_euro: 'tanto' });
		expect((await check(text)).ready).toHaveLength(1);
		expect(await draftOf(nadia)).toBeUndefined();
		expect(await start(text)).toEqual({ started: 1, wrong: [[3, 'casa']] });
		expect((await draftOf(nadia))?.members).toMatchObject([{ relation: 'applicant', birthDate: '1986-05-14' }]);
		expect(await draftOf(omar)).toBeUndefined();
		expect((await columnsWrong(text)).at(-1)).toEqual([
			...[3, 'casa', 'isee_euro', 'perso_alloggio_pubblico', 'debiti_alloggio_pubblico', 'occupazione_senza_titolo']
		]);
	});

	it('changes nothing the second time, and two clicks at once start one draft', async () => {
		const text = fileOf(NADIA, omarRow());
		const both = await Promise.all([start(text), start(text)]);
		expect(both.reduce((sum, { started }) => sum + started, 0)).toBe(2);
		const saved = await openDraft(database.db, noticeId, nadia);
		expect(await start(text)).toEqual({
			started: 0,
			wrong: [
				[2, 'avviso'],
				[3, 'avviso']
			]
		});
		expect(await openDraft(database.db, noticeId, nadia)).toEqual(saved);
	});

	it('never overwrites a draft that the person began', async () => {
		const own = { choices: ['a-home'] };
		await database.transact((trx) => saveAnswers(trx, noticeId, () => own, nadia, now));
		expect(await start(fileOf(NADIA))).toEqual({ started: 0, wrong: [[2, 'avviso']] });
		expect(await draftOf(nadia)).toEqual(own);
	});

	it('starts no draft beside a request that the household has sent', async () => {
		const household = aHouseholdOf(3);
		const draftId = await aCompleteDraft(database, noticeId, nadia, { choices: [dwellingId], household }, now);
		const sending = { noticeId, draftId };
		expect(await database.transact((trx) => submitApplication(trx, sending, nadia, now))).toMatchObject({ ok: true });
		const [row] = (await check(fileOf(NADIA))).wrong;
		expect(row!.errors[0]!.sentence).toContain('ha già mandato la domanda');
		expect(await start(fileOf(NADIA))).toEqual({ started: 0, wrong: [[2, 'avviso']] });
		expect(await draftOf(nadia)).toBeUndefined();
	});

	it('starts the drafts of the most rows that a file can have', async () => {
		const rows = [];
		for (let count = 0; count < MOST_ROWS; count += 1) {
			const person = await anActor(database.db, 'applicant');
			rows.push({ mandato: await aMandate(database, { helper, person }, now), nascita: '03/02/1971' });
		}
		expect(await start(fileOf(...rows))).toEqual({ started: MOST_ROWS, wrong: [] });
		expect((await check(fileOf(...rows))).wrong).toHaveLength(MOST_ROWS);
	}, 240_000);

	it('tells the log and the person who started the draft', async () => {
		await start(fileOf(NADIA));
		const { acts } = (await myMandate(database.db, mandates.nadia, nadia, now))!;
		expect(acts[0]).toMatchObject({ event: 'draft_written', name: helper.name, role: 'caseworker' });
	});

	it('takes no row of a revoked mandate, of a revoked procedure, of another organisation or of nobody', async () => {
		const other = await aHelper(database);
		await database.transact((trx) => revokeMandate(trx, mandates.omar, omar, now));
		const nobody = { codice_fiscale: 'RSSMRA80A01F205X', nascita: '01/01/1980' };
		expect(await columnsWrong(fileOf(omarRow(), nobody))).toEqual([
			[2, 'mandato'],
			[3, 'codice_fiscale']
		]);
		const said = async (text: string, by: Actor) => (await check(text, by)).wrong[0]!.errors[0]!.sentence;
		// A person of another organisation and a person of nobody are told in the same words.
		expect(await said(fileOf(NADIA), other)).toBe(await said(fileOf(nobody), helper));
		const part = { id: mandates.nadia, procedure: 'request' } as const;
		await database.transact((trx) => revokeProcedure(trx, part, nadia, now));
		expect(await columnsWrong(fileOf(NADIA))).toEqual([[2, 'codice_fiscale']]);
	});

	it('refuses a tax code of another person, a household twice, a closed notice and a row without a person', async () => {
		const twice = fileOf(NADIA, { ...NADIA, mandato: mandates.nadia });
		expect(await columnsWrong(twice)).toEqual([[3, 'codice_fiscale']]);
		expect(await columnsWrong(fileOf({ ...omarRow(), codice_fiscale: NADIA.codice_fiscale }))).toEqual([
			[2, 'codice_fiscale']
		]);
		expect(await columnsWrong(fileOf({ ...NADIA, avviso: 'AVVISO-0' }))).toEqual([[2, 'avviso']]);
		expect(await columnsWrong(fileOf({ nascita: '14/05/1986' }))).toEqual([[2, 'codice_fiscale']]);
	});

	it('is for helpers alone', async () => {
		const rows = await rowsOf(fileOf(NADIA));
		const refused = { ok: false, problem: 'not-allowed' };
		expect(await database.transact((trx) => checkRows(trx, rows, nadia, now))).toEqual(refused);
		expect(await startDrafts(database.transact, rows, { ...helper, organisationId: null }, now)).toEqual(refused);
	});

	it('gives the wrong rows back as a file that can be mended and given again', async () => {
		const { wrong } = await check(fileOf(NADIA, { ...omarRow(), nascita_2: '3/2/2014' }));
		const file = wrongFile(wrong);
		expect(file.split('\r\n')[1]).toContain('parentela_2: ');
		expect(await columnsWrong(file)).toEqual([[2, 'parentela_2']]);
		expect(await start(file.replace(';;3/2/2014', ';figlia;3/2/2014'))).toEqual({ started: 1, wrong: [] });
		expect((await draftOf(omar))?.members).toMatchObject([{ id: 'm1' }, { id: 'm2', relation: 'child' }]);
	});

	it('reads 500 rows and refuses 501', async () => {
		expect(await rowsOf(fileOf(...Array.from({ length: 500 }, () => NADIA)))).toHaveLength(500);
		await expect(rowsOf(fileOf(...Array.from({ length: 501 }, () => NADIA)))).rejects.toThrow('too-many-rows');
	});
});
