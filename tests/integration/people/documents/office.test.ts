import '../../../support/settings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { copyForOffice, copyOwn } from '$lib/server/people/documents/copy-service';
import { pdfLibrary } from '$lib/server/people/documents/pdf-library';
import { documentsForOffice } from '$lib/server/people/documents/reading-service';
import { keepDocument, type NewDocument } from '$lib/server/people/documents/service';
import { myReadings, openPersonOfFile } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { aPdf, aPicture } from '../../../support/builders/paper';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';

const now = '2026-11-30T10:00:00.000Z';
const tomorrow = '2026-12-01T10:00:00.000Z';
const marks = { across: 'Copia per: verifica', below: 'Copia per: verifica · 30 novembre 2026' };
const facts: DocumentFacts = {
	...{
		kind: 'identity',
		holder: null,
		issued: null,
		expires: '2029-03-04',
		name: 'Nadia Haddad',
		year: null,
		explanation: ''
	}
};
let database: TestDatabase;
let store: TestStore;
let by: Actor;
let officer: Actor;
let offer: string;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	store = newFileStore();
	by = await anActor(database.db, 'applicant', 'Prova');
	officer = await anActor(database.db, 'officer', 'Funzionario');
	await withContact(database, by, now);
	offer = newId();
});
afterEach(() => store.remove());

async function keep(changes: Partial<NewDocument> = {}): Promise<string> {
	const pages: NewDocument['pages'] = [
		{ type: 'image/jpeg', sheets: 1, bytes: await aPicture().jpeg().toBuffer() },
		{ type: 'application/pdf', sheets: 2, bytes: await aPdf({ pages: 2 }) }
	];
	const given = { id: newId(), replaces: null, facts, pages, ...changes };
	const places = { transact: database.transact, objects: store.objects };
	expect(await keepDocument(places, given, by, now)).toEqual({ ok: true });
	return given.id;
}
const places = () => ({ db: database.db, objects: store.objects });
const person = (onlySafe = false) => ({ accountId: by.id, onlySafe, subject: { type: 'offer' as const, id: offer } });
const open = (reason = '', actor = officer) =>
	database.transact((trx) => openPersonOfFile(trx, person(), reason, actor, now));
const listed = (actor = officer, at = now) => documentsForOffice(database.db, person(), [], actor, at);
const taken = (id: string, actor = officer, at = now) =>
	copyForOffice(places(), { person: person(), id }, marks, actor, at);

describe('the documents of a household, for the office', () => {
	it('are closed until the person is opened for this file on this day, which the person sees', async () => {
		const id = await keep();
		expect([await listed(), await taken(id)]).toEqual([null, undefined]);
		expect(await open()).toEqual({ ok: true });
		expect(await listed()).toMatchObject([{ id, judgement: { result: 'passed' } }]);
		expect(await taken(id)).toMatchObject({ ok: true });
		expect([await listed(officer, tomorrow), await taken(id, officer, tomorrow)]).toEqual([null, undefined]);
		expect(await myReadings(database.db, by)).toMatchObject([{ reader: 'Funzionario', subjectType: 'offer' }]);
	});

	it.each(['auditor', 'administrator', 'programme', 'applicant'] as const)('stay closed to the %s', async (role) => {
		const id = await keep();
		await open();
		const other = await anActor(database.db, role, 'Altro');
		expect(await open('Per curiosità mia', other)).toEqual({ ok: false, problem: 'not-allowed' });
		expect([await listed(other), await taken(id, other)]).toEqual([null, undefined]);
	});

	it('are opened by each colleague apart, and hold no one that was replaced or is of another person', async () => {
		const before = await keep();
		const after = await keep({ replaces: before });
		await open();
		expect((await listed())!.map(({ id }) => id)).toEqual([after]);
		expect(await listed(await anActor(database.db, 'officer', 'Collega'))).toBeNull();
		const stranger = await anActor(database.db, 'applicant', 'Altra');
		by = stranger;
		expect(await taken(after)).toBeUndefined();
	});
});

describe('a copy', () => {
	it('of one’s own document has every sheet, marked; another’s is not found', async () => {
		const id = await keep();
		const { Document } = await pdfLibrary();
		const written = await copyOwn(places(), id, marks, by);
		const copy = Document.openDocument(written?.ok ? written.pdf : '', 'application/pdf');
		expect(copy.countPages()).toBe(3);
		const texts = [0, 1, 2].map((sheet) => copy.loadPage(sheet).toStructuredText('').asText());
		for (const text of texts) expect(text).toContain('30 novembre 2026');
		expect(await copyOwn(places(), id, marks, await anActor(database.db, 'applicant', 'Altra'))).toBeUndefined();
	});
});
