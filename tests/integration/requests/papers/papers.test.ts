import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { newId } from '$lib/server/ids';
import { openFile } from '$lib/server/desk/file/open-service';
import { pdfLibrary } from '$lib/server/people/documents/pdf-library';
import { keepDocument } from '$lib/server/people/documents/service';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { veil } from '$lib/server/platform/secrets/veil';
import { copyOfPaper, papersOfRequest } from '$lib/server/requests/papers/service';
import { load as loadFile } from '../../../../src/routes/(staff)/staff/requests/[id]/+page.server';
import FilePage from '../../../../src/routes/(staff)/staff/requests/[id]/+page.svelte';
import { load as loadChecks } from '../../../../src/routes/(staff)/staff/requests/[id]/check/+page.server';
import ChecksPage from '../../../../src/routes/(staff)/staff/requests/[id]/check/+page.svelte';
import { load as loadFact } from '../../../../src/routes/(staff)/staff/requests/[id]/check/[fact]/+page.server';
import FactPage from '../../../../src/routes/(staff)/staff/requests/[id]/check/[fact]/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold } from '../../../support/builders/household';
import { aPdf, aPicture } from '../../../support/builders/paper';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';
import { read, servePages, shown, wordsOf } from '../../../support/pages';

const TOMORROW = '2026-11-23T09:00:00.000Z';
const marks = { across: 'Copia per: verifica', below: 'Copia per: verifica · 22 novembre 2026' };
const child = { relation: 'child', birthDate: '2014-02-03' } as const;
const members = [
	{ id: 'm1', relation: 'applicant' as const, birthDate: '1986-05-14' },
	{ id: 'm2', ...child }
];

let database: TestDatabase;
let store: TestStore;
let officer: Actor, nadia: Actor;
const ids: Record<string, string> = {};
const papers: Record<string, string> = {};
beforeAll(async () => {
	[database, store] = [await openTestDatabase(), newFileStore()];
	officer = await anAccount(database, 'officer', 'Franca Prova');
	nadia = await anAccount(database, 'applicant');
	await withContact(database, nadia, NOW);
	const household = aHousehold({ members, iseeCents: 1_234_567 });
	const alone = aHousehold({ members: members.slice(0, 1) });
	await aClosedNotice(database, {
		applications: [
			{ pseudonym: 'A-1', choices: [1], account: nadia, household },
			{ pseudonym: 'A-2', choices: [1] }
		]
	});
	await aClosedNotice(database, {
		applications: [{ pseudonym: 'B-1', choices: [1], account: nadia, household: alone }]
	});
	for (const { id, pseudonym } of await database.db.selectFrom('applications').select(['id', 'pseudonym']).execute())
		ids[pseudonym] = id;
	papers['isee'] = await keep({ kind: 'isee', issued: '2026-02-10', name: 'Nadia Haddad' });
	papers['child'] = await keep({
		...{ kind: 'identity', expires: '2029-03-04', name: 'Lina Haddad', holder: { ...child, givenName: '' } }
	});
	papers['other'] = await keep({ kind: 'other', explanation: 'La ricevuta del rinnovo' });
});
beforeEach(() => servePages(database, NOW));
afterAll(async () => {
	await database.close();
	store.remove();
});

async function keep(told: Partial<DocumentFacts> & Pick<DocumentFacts, 'kind'>, by = nadia): Promise<string> {
	const pages = [
		{ type: 'image/jpeg' as const, sheets: 1, bytes: await aPicture(60, 80).jpeg().toBuffer() },
		{ type: 'application/pdf' as const, sheets: 2, bytes: await aPdf({ pages: 2 }) }
	];
	const blank = { holder: null, issued: null, expires: null, name: '', year: null, explanation: '' };
	const given = { id: newId(), replaces: null, facts: { ...blank, ...told }, pages };
	const places = { transact: database.transact, objects: store.objects };
	expect(await keepDocument(places, given, by, NOW)).toEqual({ ok: true });
	return given.id;
}

/** An officer who opened the file of a request. */
async function opener(code: string): Promise<Actor> {
	const by = await anAccount(database, 'officer', 'Franca Prova');
	expect(await database.transact((trx) => openFile(trx, ids[code]!, '', by, NOW))).toEqual({ ok: true });
	return by;
}
const listed = (code: string, by = officer, at = NOW) => papersOfRequest(database.db, ids[code]!, by, at);
const taken = (code: string, id: string, by = officer, at = NOW) =>
	copyOfPaper({ db: database.db, objects: store.objects }, { request: ids[code]!, id }, marks, by, at);
const keptIn = async (code: string, by: Actor) => (await listed(code, by))!.kept.map(({ id }) => id);

describe('the papers of a file', () => {
	it('are closed until the officer opens it on this day, which the household reads', async () => {
		expect([await listed('A-1'), await taken('A-1', papers['isee']!)]).toEqual([null, undefined]);
		const by = await opener('A-1');
		expect(await keptIn('A-1', by)).toHaveLength(3);
		expect([await listed('A-1', by, TOMORROW), await taken('A-1', papers['isee']!, by, TOMORROW)]).toEqual([
			null,
			undefined
		]);
		expect(await listed('B-1', by)).toBeNull();
		expect(await myReadings(database.db, nadia)).toMatchObject([{ reader: 'Franca Prova', subjectType: 'request' }]);
	});

	it.each(['auditor', 'administrator', 'programme', 'applicant', 'caseworker'] as const)(
		'stay closed to the %s',
		async (role) => {
			await opener('A-1');
			const by = await anAccount(database, role);
			expect([await listed('A-1', by), await taken('A-1', papers['isee']!, by)]).toEqual([null, undefined]);
		}
	);

	it('stand in each file of the household, without those of somebody who is not in it', async () => {
		const by = await opener('B-1');
		expect((await keptIn('B-1', by)).toSorted()).toEqual([papers['isee'], papers['other']].toSorted());
		expect(await taken('B-1', papers['isee']!, by)).toMatchObject({ ok: true });
		expect(await taken('B-1', papers['child']!, by)).toBeUndefined();
	});

	it('are none for a household without an account, and never those of another', async () => {
		const by = await opener('A-2');
		expect(await keptIn('A-2', by)).toEqual([]);
		expect(await taken('A-2', papers['isee']!, by)).toBeUndefined();
		const stranger = await keep({ kind: 'violence', name: 'Altra Persona' }, await anAccount(database, 'applicant'));
		expect(await taken('A-1', stranger, await opener('A-1'))).toBeUndefined();
	});

	it('leave the portal as a copy that says what for and when on each sheet', async () => {
		const { Document } = await pdfLibrary();
		const copy = await taken('A-1', papers['isee']!, await opener('A-1'));
		const pdf = Document.openDocument(copy?.ok ? copy.pdf : '', 'application/pdf');
		const texts = [0, 1, 2].map((sheet) => pdf.loadPage(sheet).toStructuredText('').asText());
		for (const text of texts) expect(text).toContain('Copia per: verifica · 22 novembre 2026');
	});
});

describe('the pages of the file', () => {
	const page = async (code: string, loads: (event: never) => unknown, view: unknown, fact?: string) => {
		const params = { id: ids[code]!, ...(fact && { fact }) };
		const { status, data } = await read([loads], { as: await opener(code), params });
		return { status, html: status === 200 ? shown(view, data, { params }) : '' };
	};

	it('show the papers of the household, what each proves, and what is missing', async () => {
		const { html } = await page('A-1', loadFile as never, FilePage);
		const words = wordsOf(html);
		for (const text of [
			'Documenti della famiglia',
			'Di: Figlio o figlia, nascita 3 febbraio 2014',
			'non possiamo confrontarlo'
		])
			expect(words).toContain(text);
		expect(words).toContain('Manca: Carta d’identità e codice fiscale');
		expect(html).toContain(`/staff/requests/${ids['A-1']}/documents/${papers['isee']}`);
		expect(html).toContain(`/check/${veil(ids['A-1']!, 'iseeCents')}`);
	});

	it('show them beside each fact', async () => {
		const { html } = await page('A-1', loadChecks as never, ChecksPage);
		const row = html.split('<tr').find((one) => one.includes(veil(ids['A-1']!, 'iseeCents')))!;
		expect(wordsOf(`<tr${row}`)).toContain('Attestazione ISEE');
		expect(row).toContain(papers['isee']);
		expect(row).not.toContain(papers['child']);
	});

	it('show those of one fact on its page', async () => {
		const { html } = await page('A-1', loadFact as never, FactPage, veil(ids['A-1']!, 'members'));
		expect(html).toContain(papers['child']);
		expect(html).not.toContain(papers['isee']);
		expect(wordsOf(html)).toContain('Manca: Carta d’identità e codice fiscale');
	});
});
