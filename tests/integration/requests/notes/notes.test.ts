import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { openFile } from '$lib/server/desk/file/open-service';
import { readFile } from '$lib/server/desk/file/service';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { followNotes } from '$lib/server/requests/notes/repository';
import { readNotes, writeNote, type NewNote } from '$lib/server/requests/notes/service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { actions } from '../../../../src/routes/(staff)/staff/requests/[id]/+page.server';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, servePages } from '../../../support/pages';

const TOLD = 'accompagnata da Il Ballatoio, Sara Conti';
let database: TestDatabase;
let officer: Actor, colleague: Actor, nadia: Actor;
let id: string, other: string;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Prova');
	colleague = await anAccount(database, 'manager', 'Paolo Prova');
});
afterAll(() => database.close());
beforeEach(async () => {
	servePages(database, NOW);
	nadia = await anAccount(database, 'applicant');
	await withContact(database, nadia, NOW);
	const applications = [
		{ pseudonym: 'A-1', choices: [1], account: nadia },
		{ pseudonym: 'A-2', choices: [1] }
	];
	const { noticeId } = await aClosedNotice(database, { applications });
	const rows = await database.db
		.selectFrom('applications')
		.select(['id', 'pseudonym'])
		.where('notice_id', '=', noticeId)
		.execute();
	[id, other] = ['A-1', 'A-2'].map((code) => rows.find(({ pseudonym }) => pseudonym === code)!.id) as [string, string];
	for (const by of [officer, colleague]) await open(id, by);
});

const open = (of: string, by = officer) => database.transact((trx) => openFile(trx, of, '', by, NOW));
const write = (note: Partial<NewNote> = {}, by = officer, of = id) =>
	database.transact((trx) => writeNote(trx, of, { id: newId(), corrects: null, text: TOLD, ...note }, by, NOW));
const notes = () => readNotes(database.db, id);
const entries = () =>
	database.db
		.selectFrom('audit_entries')
		.selectAll()
		.where('event', '=', 'note_written')
		.where('subject_id', '=', id)
		.execute();

describe('a note on a file', () => {
	it('is sealed, is read by the colleague, and stands in the log without its words', async () => {
		expect(await write()).toEqual({ ok: true });
		const file = (await readFile(database.db, id, colleague, NOW))!;
		expect(file.opened!.notes).toMatchObject([{ text: TOLD, byName: 'Franca Prova', at: NOW, corrects: null }]);
		expect(JSON.stringify(await database.db.selectFrom('request_notes').selectAll().execute())).not.toContain(TOLD);
		expect(await entries()).toHaveLength(1);
		expect(JSON.stringify(await entries())).not.toContain('Ballatoio');
	});

	it('is written once by two clicks', async () => {
		const note = { id: newId() };
		expect(await Promise.all([write(note), write(note)])).toEqual([{ ok: true }, { ok: true }]);
		expect(await notes()).toHaveLength(1);
		expect(await entries()).toHaveLength(1);
	});

	it('is corrected by another one, and stays readable; the second who corrects it hears who was first', async () => {
		await write();
		const [first] = await notes();
		expect(await write({ corrects: first!.id, text: 'accompagnata da nessuno' }, colleague)).toEqual({ ok: true });
		expect(await write({ corrects: first!.id, text: 'accompagnata da sola' })).toEqual({
			...{ ok: false, problem: 'corrected-already', who: 'Paolo Prova', at: NOW }
		});
		const texts = (await notes()).map(({ text, corrects }) => [text, corrects]);
		expect(texts).toHaveLength(2);
		expect(texts).toEqual(
			expect.arrayContaining([
				['accompagnata da nessuno', first!.id],
				[TOLD, null]
			])
		);
	});

	it.each(['auditor', 'applicant', 'caseworker', 'landlord'] as const)(
		'is not written by the role %s',
		async (role) => {
			expect(await write({}, await anAccount(database, role))).toEqual({ ok: false, problem: 'not-allowed' });
		}
	);

	it('waits for the file to be opened, and corrects notes of its own file alone', async () => {
		expect(await write({}, officer, other)).toEqual({ ok: false, problem: 'closed' });
		await open(other);
		await write();
		const [note] = await notes();
		expect(await write({ corrects: note!.id }, officer, other)).toEqual({ ok: false, problem: 'unknown-note' });
		expect(await write({ corrects: newId() })).toEqual({ ok: false, problem: 'unknown-note' });
		expect(await write({ id: note!.id }, colleague)).toEqual({ ok: false, problem: 'unknown-note' });
		expect(await write({}, officer, newId())).toEqual({ ok: false, problem: 'not-found' });
	});

	it('follows the household to a later version of its request', async () => {
		await write();
		await database.transact((trx) => followNotes(trx, id, other));
		expect(await notes()).toEqual([]);
		expect(await readNotes(database.db, other)).toMatchObject([{ text: TOLD }]);
	});

	it('is in the file of everything that the household asks for, and goes with the person', async () => {
		await write();
		const [first] = await notes();
		await write({ corrects: first!.id, text: 'corretta dopo' });
		const told = JSON.stringify(await exportEverything(database.db, nadia, NOW));
		expect(told).toContain(TOLD);
		expect(told).toContain('corretta dopo');
		await database.transact((trx) => withdrawApplication(trx, id, nadia, NOW));
		expect(await database.transact((trx) => eraseAccount(trx, nadia, NOW))).toEqual({ ok: true });
		expect(await notes()).toEqual([]);
	});
});

describe('the form of a note', () => {
	const send = (fields: Record<string, string>, as = officer) => post(actions.note, fields, { as, params: { id } });

	it('goes back to the file', async () => {
		const answer = await send({ id: newId(), corrects: '', text: TOLD });
		expect(answer).toMatchObject({ status: 303, location: `/staff/requests/${id}#notes` });
		expect(await notes()).toHaveLength(1);
	});

	it('gives back what was typed where a colleague corrected the note first', async () => {
		await write();
		const [first] = await notes();
		await write({ corrects: first!.id }, colleague);
		const answer = await send({ id: newId(), corrects: first!.id, text: 'la mia correzione' });
		expect(answer).toMatchObject({ status: 409, data: { values: { text: 'la mia correzione' } } });
		expect(answer.data).toMatchObject({ problem: expect.stringContaining('Paolo Prova') });
	});

	it.each([[''], ['x'.repeat(2_001)]])('says what is wrong with a text', async (text) => {
		const answer = await send({ id: newId(), corrects: '', text });
		expect(answer).toMatchObject({ status: 422, data: { errors: { text: expect.any(String) } } });
	});
});
