import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readOwnContests } from '$lib/server/allocation/corrections/contest-service';
import { copyFile } from '$lib/server/desk/file/copy-service';
import { newId } from '$lib/server/ids';
import { keepDocument } from '$lib/server/people/documents/service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { correctFact } from '$lib/server/requests/verification/check-service';
import * as own from '../../../../src/routes/(applicant)/my/requests/[id]/contests/+page.server';
import OwnPage from '../../../../src/routes/(applicant)/my/requests/[id]/contests/+page.svelte';
import * as office from '../../../../src/routes/(staff)/staff/requests/[id]/contests/+page.server';
import OfficePage from '../../../../src/routes/(staff)/staff/requests/[id]/contests/+page.svelte';
import { GET as takeCopy } from '../../../../src/routes/(staff)/staff/requests/[id]/copies/[copy]/pdf/+server';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore, type TestStore } from '../../../support/object-stores';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';
import { pdfText } from '../../../support/pdf-text';
import { publishNext } from '../../../support/published-round';

const WORDS = 'Il giudice ha firmato lo sfratto a settembre.';
const REASONS = 'Il tribunale conferma la convalida di settembre.';

let database: TestDatabase;
let store: TestStore;
let officer: Actor, manager: Actor, nadia: Actor;
let params: { id: string };
let paper: string;
beforeAll(async () => {
	database = await openTestDatabase();
	store = newFileStore();
	officer = await anAccount(database, 'officer', 'Franca Riva');
	manager = await anAccount(database, 'manager');
});
afterAll(async () => {
	await database.close();
	await store.remove();
});
beforeEach(async () => {
	servePages(database, NOW);
	nadia = await anAccount(database, 'applicant');
	const applications = [{ pseudonym: 'A-1', choices: [1], account: nadia }];
	const { noticeId } = await aClosedNotice(database, { applications, corrections: 15 });
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	params = await query.executeTakeFirstOrThrow();
	await publishNext(database, noticeId, officer, manager);
	paper = await aPaper();
});

async function aPaper() {
	const id = newId();
	const told = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from('%PDF') }];
	const facts = { ...told, explanation: 'Convalida di sfratto' };
	await keepDocument(
		{ transact: database.transact, objects: store.objects },
		{ id, replaces: null, facts, pages },
		nadia,
		NOW
	);
	return id;
}

const ownPage = async (form: unknown = null) =>
	shown(OwnPage, (await read([own.load], { as: nadia, params })).data, { params, form });
const officePage = async () => shown(OfficePage, (await read([office.load], { as: officer, params })).data, { params });
const send = (fields: Record<string, string>) => post(own.actions.contest, fields, { as: nadia, params });
const decide = (fields: Record<string, string>) => post(office.actions.decide, fields, { as: officer, params });
const contests = async () => (await readOwnContests(database.db, params.id, nadia, NOW))!.contests;

async function opened() {
	const request = (await findApplication(database.db, params.id))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, NOW));
}

describe('the page of the household', () => {
	test('lists each line with its points and the documents; what is refused comes back with what was written', async () => {
		const page = wordsOf(await ownPage());
		for (const words of ['7 dicembre 2026', 'Sfratto', 'Ora vale 0,00 punti', 'Quali documenti lo mostrano'])
			expect(page).toContain(words);
		const refused = await send({ id: newId(), text: WORDS });
		expect(refused).toMatchObject({ status: 422, data: { errors: { criterion: 'Scegli una riga dell’elenco.' } } });
		expect(await ownPage(refused.data)).toContain(WORDS);
		expect(await contests()).toEqual([]);
	});

	test('sends a contest with a document, which the page then shows as waiting', async () => {
		const sent = await send({ id: newId(), criterion: 'eviction', text: WORDS, documents: paper });
		expect(sent).toMatchObject({ status: 303 });
		expect(await contests()).toMatchObject([{ criterion: 'eviction', documents: [paper] }]);
		const page = await ownPage();
		expect(page).toContain(`/my/documents/${paper}`);
		for (const words of ['da decidere', WORDS]) expect(wordsOf(page)).toContain(words);
		const again = await send({ id: newId(), criterion: 'eviction', text: WORDS });
		expect(again.data?.problem).toContain('Hai già contestato questa riga');
	});
});

describe('the page of the office', () => {
	let contest: string;
	beforeEach(async () => {
		contest = newId();
		await send({ id: contest, criterion: 'eviction', text: WORDS, documents: paper });
	});

	test('leads to the file where it was not opened', async () => {
		const visit = await read([office.load], { as: officer, params });
		expect(visit).toMatchObject({ status: 303, location: `/staff/requests/${params.id}` });
	});

	test('shows the words, the document and the fact; decides once a fact was corrected, and the household reads why', async () => {
		await opened();
		const page = await officePage();
		expect(page).toContain(`/documents/${paper}`);
		for (const words of [WORDS, 'Hai uno sfratto', 'la riga resta com’è']) expect(wordsOf(page)).toContain(words);
		const tooSoon = await decide({ contest, outcome: 'corrected', text: REASONS });
		expect(tooSoon).toMatchObject({ status: 409, data: { values: { text: REASONS } } });
		expect(tooSoon.data?.problem).toContain('correggi prima un fatto');
		const evidence = { how: 'document', source: 'Convalida', on: '2026-11-21' } as const;
		const found = {
			id: params.id,
			fact: 'eviction',
			seen: 0,
			value: 'enforceable',
			evidence,
			reason: REASONS
		} as const;
		expect(await database.transact((trx) => correctFact(trx, found, officer, NOW))).toEqual({ ok: true });
		expect(wordsOf(await officePage())).toContain('Decidi: la riga è corretta');
		expect(await decide({ contest, outcome: 'corrected', text: REASONS })).toMatchObject({ status: 303 });
		const told = wordsOf(await ownPage());
		for (const words of ['riga corretta', 'Prima la riga valeva 0,00 punti', REASONS]) expect(told).toContain(words);
	});

	test('stands in the copy of the file that an officer takes', async () => {
		await opened();
		const copied = await database.transact((trx) => copyFile(trx, params.id, 'ricorso al tribunale', officer, NOW));
		if (!copied.ok) throw new Error(copied.problem);
		const locals = { actor: officer };
		const pdf = await takeCopy({ params: { ...params, copy: copied.copy }, locals } as never);
		const text = await pdfText(new Uint8Array(await pdf.arrayBuffer()));
		for (const words of ['Righe di punti contestate', WORDS, 'da decidere']) expect(text).toContain(words);
	});

	test('asks for reasons', async () => {
		await opened();
		const refused = await decide({ contest, outcome: 'kept', text: 'No.' });
		expect(refused).toMatchObject({ status: 422, data: { values: { contest, text: 'No.' } } });
		expect(await contests()).toMatchObject([{ decided: null }]);
	});
});
