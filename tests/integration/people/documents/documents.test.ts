import '../../../support/settings';
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import type { Page } from '$lib/server/people/documents/read-page';
import { documentsToMend, myDocument, myDocuments, myPage } from '$lib/server/people/documents/reading-service';
import { changeDocument, keepDocument, removeDocument, type NewDocument } from '$lib/server/people/documents/service';
import { sweepPages } from '$lib/server/people/documents/sweep';
import type { Actor } from '$lib/server/platform/auth/actor';
import { StoreUnavailable } from '$lib/server/platform/objects/store';
import { newId } from '$lib/server/ids';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { inDays } from '../../../support/days-after-ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { everythingStored } from '../../../support/everything-stored';
import { everythingIn, storeKinds, type TestStore } from '../../../support/object-stores';

const now = '2026-11-30T10:00:00.000Z';
let database: TestDatabase;
let store: TestStore;
let by: Actor;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	by = await anActor(database.db, 'applicant', 'Prova');
	await withContact(database, by, now);
});

const page = (text: string): Page => ({ type: 'application/pdf', sheets: 1, bytes: Buffer.from(text) });
const facts = (changes: Partial<DocumentFacts> = {}): DocumentFacts => ({
	...{
		kind: 'identity',
		holder: null,
		issued: null,
		expires: '2029-03-04',
		name: 'Nadia Haddad',
		year: null,
		explanation: ''
	},
	...changes
});
const aDocument = (changes: Partial<NewDocument> = {}): NewDocument => ({
	...{ id: newId(), replaces: null, facts: facts(), pages: [page('fronte'), page('retro')] },
	...changes
});
const places = () => ({ transact: database.transact, objects: store.objects });
const keep = (given: NewDocument, actor = by) => keepDocument(places(), given, actor, now);
const kept = async (changes: Partial<NewDocument> = {}) => {
	const given = aDocument(changes);
	expect(await keep(given)).toEqual({ ok: true });
	return given.id;
};
const readText = async (id: string, number: number, actor = by) =>
	(await myPage({ db: database.db, objects: store.objects }, { id, number }, actor))?.bytes.toString();
const change = (id: string, changed: (saved: DocumentFacts) => DocumentFacts | null, actor = by) =>
	database.transact((trx) => changeDocument(trx, id, changed, actor, now));
const eventsOf = async (id: string) =>
	(
		await database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id).orderBy('seq').execute()
	).map(({ event }) => event);

describe.each(storeKinds)('with $kind', ({ open }) => {
	beforeEach(async () => void (store = await open()));
	afterEach(() => store.remove());

	describe('a document of one’s own', () => {
		it('is kept with its pages in their order, judged, and found by its account alone', async () => {
			const id = await kept();
			expect(await myDocument(database.db, id, [], by, now)).toMatchObject({
				...{ facts: facts(), judgement: { result: 'passed' }, isReplaced: false },
				pages: [{ size: 6 }, { size: 5 }]
			});
			expect([await readText(id, 1), await readText(id, 2), await readText(id, 3)]).toEqual([
				'fronte',
				'retro',
				undefined
			]);
			const other = await anActor(database.db, 'applicant', 'Altra');
			expect(await myDocument(database.db, id, [], other, now)).toBeUndefined();
			expect(await readText(id, 1, other)).toBeUndefined();
			expect(await myDocuments(database.db, [], other, now)).toEqual([]);
			expect(await eventsOf(id)).toEqual(['document_kept']);
		});

		it('leaves no plain text of its files, its names, its kind or its explanation in the database or the store', async () => {
			await kept({
				facts: facts({ kind: 'civil-disability', name: 'Nome Sul Verbale', explanation: 'Ho cambiato cognome' }),
				pages: [page('TESTO DEL VERBALE')]
			});
			const stored = await everythingStored(database);
			const files = everythingIn(store.folder).map((bytes) => bytes.toString('latin1'));
			expect(files.length).toBeGreaterThan(0);
			for (const plain of ['Nome Sul Verbale', 'civil-disability', 'Ho cambiato cognome', 'TESTO DEL VERBALE'])
				for (const text of [stored, ...files, ...readdirSync(store.folder)]) expect(text.includes(plain)).toBe(false);
			expect(stored.includes('document_kept')).toBe(true);
		});

		it('sent twice is one, also at the same moment, and leaves no second pages', async () => {
			const given = aDocument();
			expect(await Promise.all([keep(given), keep(given)])).toEqual([{ ok: true }, { ok: true }]);
			expect(await keep(given)).toEqual({ ok: true });
			expect(await myDocuments(database.db, [], by, now)).toHaveLength(1);
			expect(await store.objects.list()).toHaveLength(2);
			expect(await readText(given.id, 2)).toBe('retro');
		});

		it('with the id of somebody else’s is refused, and leaves nothing', async () => {
			const id = await kept();
			const other = await anActor(database.db, 'applicant', 'Altra');
			expect(await keep(aDocument({ id }), other)).toEqual({ ok: false, problem: 'unknown' });
			expect(await keep(aDocument({ replaces: id }), other)).toEqual({ ok: false, problem: 'unknown' });
			expect(await store.objects.list()).toHaveLength(2);
		});

		it.each(['landlord', 'officer', 'auditor', 'caseworker'] as const)(
			'is not kept for a role such as %s',
			async (role) => {
				const actor = await anActor(database.db, role);
				expect(await keep(aDocument(), actor)).toEqual({ ok: false, problem: 'not-allowed' });
				expect(await change(await kept(), () => facts(), actor)).toEqual({ ok: false, problem: 'not-allowed' });
			}
		);

		it('whose store fails is not kept, and what was written goes', async () => {
			const { objects } = store;
			const failing = {
				...objects,
				put: async (name: string, bytes: Buffer) => {
					if (name.endsWith('-2')) throw new Error('no space left');
					return objects.put(name, bytes);
				}
			};
			const sent = keepDocument({ ...places(), objects: failing }, aDocument(), by, now);
			await expect(sent).rejects.toThrow('no space left');
			expect(await objects.list()).toEqual([]);
			expect(await myDocuments(database.db, [], by, now)).toEqual([]);
		});

		it('keeps its pages when the answer of the database is lost after the row was written', async () => {
			const given = aDocument();
			let acts = 0;
			const cut: TestDatabase['transact'] = async (work) => {
				const answer = await database.transact(work);
				acts += 1;
				if (acts === 2) throw new Error('Connection terminated unexpectedly');
				return answer;
			};
			const sent = keepDocument({ ...places(), transact: cut }, given, by, now);
			await expect(sent).rejects.toThrow('Connection terminated');
			expect(await readText(given.id, 2)).toBe('retro');
			expect(await keep(given)).toEqual({ ok: true });
			expect(await store.objects.list()).toHaveLength(2);
		});

		it('that is kept already is kept also when its second pages cannot be removed', async () => {
			const given = aDocument();
			await keep(given);
			const remove = () => Promise.reject(new StoreUnavailable('the folder of files cannot be used (EIO)'));
			const objects = { ...store.objects, remove };
			expect(await keepDocument({ ...places(), objects }, given, by, now)).toEqual({ ok: true });
		});

		it('of an account that is erased while the pages are on their way is not kept', async () => {
			await kept();
			const { data_key_id: id } = await database.db
				.selectFrom('documents')
				.select('data_key_id')
				.where('account_id', '=', by.id)
				.executeTakeFirstOrThrow();
			const put = async (name: string, bytes: Buffer) => {
				await store.objects.put(name, bytes);
				const gone = { wrapped_key: null, shredded_at: now };
				await database.db.updateTable('data_keys').set(gone).where('id', '=', id).execute();
			};
			const sent = keepDocument({ ...places(), objects: { ...store.objects, put } }, aDocument(), by, now);
			expect(await sent).toEqual({ ok: false, problem: 'not-allowed' });
			expect(await store.objects.list()).toHaveLength(2);
		});

		it('is not kept while the store is down, which is said, and is kept when it is mended', async () => {
			const before = await kept();
			await store.fail();
			const given = aDocument();
			expect(await keep(given)).toEqual({ ok: false, problem: 'store-down' });
			await expect(readText(before, 1)).rejects.toThrow(StoreUnavailable);
			await store.mend();
			expect((await myDocuments(database.db, [], by, now)).map(({ id }) => id)).toEqual([before]);
			expect(await readText(before, 1)).toBe('fronte');
			expect(await keep(given)).toEqual({ ok: true });
			expect(await readText(given.id, 2)).toBe('retro');
		});

		it('has room for sixty', async () => {
			for (let count = 0; count < 60; count += 1) await kept({ pages: [page('x')] });
			expect(await keep(aDocument())).toEqual({ ok: false, problem: 'too-many' });
		});

		it('does not open in the place of another page', async () => {
			const id = await kept();
			const [one, two] = (await store.objects.list()).toSorted();
			await store.objects.put(one!, (await store.objects.get(two!))!);
			await expect(readText(id, 1)).rejects.toThrow();
		});
	});

	describe('a document that is replaced', () => {
		it('stays, marked, and cannot be replaced twice', async () => {
			const before = await kept({ facts: facts({ expires: '2026-11-14' }) });
			expect(await documentsToMend(database.db, by, now)).toBe(1);
			const after = await kept({ replaces: before });
			expect(await documentsToMend(database.db, by, now)).toBe(0);
			expect((await myDocuments(database.db, [], by, now)).map(({ id, isReplaced }) => [id, isReplaced])).toEqual([
				...[
					[after, false],
					[before, true]
				]
			]);
			expect(await keep(aDocument({ replaces: before }))).toEqual({ ok: false, problem: 'replaced-already' });
			expect(await store.objects.list()).toHaveLength(4);
		});

		it('counts again when the one in its place is removed', async () => {
			const before = await kept();
			const after = await kept({ replaces: before });
			expect(await removeDocument(places(), after, by, now)).toEqual({ ok: true });
			expect(await myDocuments(database.db, [], by, now)).toMatchObject([{ id: before, isReplaced: false }]);
		});
	});

	describe('what is told of a document', () => {
		it('is corrected by its owner alone; its kind and pages stay', async () => {
			const id = await kept();
			const other = await anActor(database.db, 'applicant', 'Altra');
			expect(await change(id, () => facts(), other)).toEqual({ ok: false, problem: 'unknown' });
			expect(await change(id, (saved) => ({ ...saved, name: 'Samir Haddad', explanation: 'È mio figlio' }))).toEqual({
				ok: true
			});
			expect(await myDocument(database.db, id, [], by, now)).toMatchObject({
				...{ facts: { explanation: 'È mio figlio' }, judgement: { reasons: ['name-differs'] } },
				pages: [{ size: 6 }, { size: 5 }]
			});
			expect(await eventsOf(id)).toEqual(['document_kept', 'document_changed']);
		});

		it('stays as it was where the form was opened before another save', async () => {
			const id = await kept();
			expect(await change(id, () => null)).toEqual({ ok: false, problem: 'stale' });
		});
	});

	describe('a document that is removed', () => {
		it('is gone with its pages, for its owner alone, and once', async () => {
			const id = await kept();
			const other = await anActor(database.db, 'applicant', 'Altra');
			expect(await removeDocument(places(), id, other, now)).toEqual({ ok: false, problem: 'unknown' });
			expect(await removeDocument(places(), id, by, now)).toEqual({ ok: true });
			expect(await removeDocument(places(), id, by, now)).toEqual({ ok: false, problem: 'unknown' });
			expect(await store.objects.list()).toEqual([]);
			expect(await eventsOf(id)).toEqual(['document_kept', 'document_removed']);
		});
	});

	describe('pages that no document names', () => {
		it('are swept after a week; those of a document, and files of another kind, stay', async () => {
			await kept();
			await store.objects.put(`${newId()}-1`, Buffer.from('left by a crash'));
			await store.objects.put('note', Buffer.from('of the operator'));
			await sweepPages(database, store.objects, inDays(6));
			expect(await store.objects.list()).toHaveLength(4);
			await sweepPages(database, store.objects, inDays(8));
			const left = await store.objects.list();
			expect([left.length, left.includes('note')]).toEqual([3, true]);
		});
	});
});
