import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '$lib/server/desk/file/open-service';
import { readFile } from '$lib/server/desk/file/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { actions, load } from '../../../../src/routes/(staff)/staff/requests/[id]/+page.server';
import FilePage from '../../../../src/routes/(staff)/staff/requests/[id]/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';
import { publishNext } from '../../../support/published-round';
import { wholeTablesRead } from '../../../support/query-plans';

const TOMORROW = '2026-11-23T09:00:00.000Z';
const WHY = 'verifico i requisiti dell’avviso';

let database: TestDatabase;
let officer: Actor, colleague: Actor, nadia: Actor, safe: Actor;
const ids: Record<string, string> = {};
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Prova');
	colleague = await anAccount(database, 'manager', 'Paolo Prova');
	nadia = await anAccount(database, 'applicant');
	safe = await anAccount(database, 'applicant');
	await withContact(database, nadia, NOW);
	const violence = { ...healthFacts(), emergency: ['violence' as const] };
	const health = healthFacts('wheelchairIndoors');
	const applications = [
		{ pseudonym: 'A-1', choices: [1], account: nadia, health, household: aHousehold({ iseeCents: 1_234_567 }) },
		{ pseudonym: 'A-2', choices: [2], account: safe, health: violence },
		{ pseudonym: 'A-3', choices: [] }
	];
	const { noticeId } = await aClosedNotice(database, { applications, corrections: 0 });
	await aClosedNotice(database, { applications: [{ pseudonym: 'B-1', choices: [1], account: nadia }] });
	const roundId = await publishNext(database, noticeId, officer, colleague);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	const rows = await database.db.selectFrom('applications').select(['id', 'pseudonym']).execute();
	for (const { id, pseudonym } of rows) ids[pseudonym] = id;
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const file = (code: string, by = officer, at = NOW) => readFile(database.db, ids[code]!, by, at);
const open = (code: string, reason = '', by = officer) =>
	database.transact((trx) => openFile(trx, ids[code]!, reason, by, NOW));

describe('the file of a request', () => {
	it('is closed until the reader opens it, and open for that reader and that day alone', async () => {
		const before = (await file('A-1'))!;
		expect(before).toMatchObject({ closed: { isProtected: false }, opened: null });
		expect(JSON.stringify(before)).not.toMatch(/1234567|wheelchair|members/);
		expect(await open('A-1')).toEqual({ ok: true });
		expect((await file('A-1'))!.opened).not.toBeNull();
		expect((await file('A-1', colleague))!.opened).toBeNull();
		expect((await file('A-1', officer, TOMORROW))!.opened).toBeNull();
	});

	it('tells what was declared, its points, its offers, its history and the other requests of the account', async () => {
		await open('A-1');
		const opened = (await file('A-1'))!.opened!;
		expect(opened.score!.total).toBe(opened.score!.lines.reduce((sum, { points }) => sum + points, 0));
		expect(opened.answers.income).toMatchObject({ iseeCents: 1_234_567 });
		expect(opened.related).toMatchObject([{ protocol: expect.any(String), id: ids['B-1'] }]);
		expect(opened.offers).toMatchObject([{ state: 'made' }]);
		expect(opened.messages.map(({ sent }) => sent)).toContain('mail-waits');
		expect(opened.history.map(({ event }) => event)).toEqual(expect.arrayContaining(['offer_made', 'request_opened']));
		expect(opened.readings).toMatchObject([{ reader: 'Franca Prova', reason: null }]);
	});

	it('of a protected household opens with a reason, which its readers find and the log does not hold', async () => {
		expect((await file('A-2'))!.closed).toEqual({ isProtected: true });
		expect(await open('A-2')).toEqual({ ok: false, problem: 'reason-needed' });
		expect(await open('A-2', 'boh')).toEqual({ ok: false, problem: 'reason-needed' });
		expect((await file('A-2'))!.opened).toBeNull();
		expect(await open('A-2', WHY)).toEqual({ ok: true });
		expect((await file('A-2'))!.opened!.readings).toMatchObject([{ reason: WHY }]);
		const kept = await database.db.selectFrom('readings').selectAll().execute();
		const log = await database.db.selectFrom('audit_entries').selectAll().execute();
		expect(JSON.stringify([kept, log])).not.toContain(WHY);
	});

	it('of a household without an account leaves one row a day too, however often it is clicked', async () => {
		await Promise.all([open('A-3'), open('A-3')]);
		await open('A-3');
		expect((await file('A-3'))!.opened!.readings).toHaveLength(1);
		const log = await database.db
			.selectFrom('audit_entries')
			.select('event')
			.where('subject_id', '=', ids['A-3']!)
			.where('event', '=', 'request_opened')
			.execute();
		expect(log).toHaveLength(1);
	});

	it('tells its household who opened it', async () => {
		await open('A-1');
		expect(await myReadings(database.db, nadia)).toMatchObject([{ reader: 'Franca Prova', subjectType: 'request' }]);
	});

	it.each(['auditor', 'caseworker', 'applicant', 'administrator', 'programme', 'landlord'] as const)(
		'is neither shown nor opened to the role %s',
		async (role) => {
			const by = await anAccount(database, role);
			expect(await file('A-1', by)).toBeNull();
			expect(await open('A-1', WHY, by)).toEqual({ ok: false, problem: 'not-allowed' });
		}
	);

	it('finds what it shows by indexes', async ({ skip }) => {
		if (process.env['TEST_DATABASE'] === 'postgres') skip();
		await open('A-1');
		expect(await wholeTablesRead(database.db, (db) => readFile(db, ids['A-1']!, officer, NOW))).toEqual([]);
	});
});

describe('the page of the file', () => {
	const params = () => ({ id: ids['A-1']! });

	it('asks to be opened, then shows the household by name with everything in words', async () => {
		const by = await anAccount(database, 'officer');
		const closed = await read([load], { as: by, params: params() });
		const before = wordsOf(shown(FilePage, closed.data));
		expect(before).toContain('Il fascicolo è chiuso');
		expect(before).not.toMatch(/Haddad|12\.345,67/);
		expect(await post(actions.open, {}, { as: by, params: params() })).toMatchObject({ status: 303 });
		const { data } = await read([load], { as: by, params: params() });
		const words = wordsOf(shown(FilePage, data));
		for (const text of ['Nadia Haddad', '12.345,67 €', 'tocca a', 'Ha aperto il fascicolo di una domanda'])
			expect(words.toLowerCase()).toContain(text.toLowerCase());
		expect(words).not.toMatch(/undefined|\[object|wheelchairIndoors/);
	});

	it('gives a reason that is too short back, with what to do', async () => {
		const answer = await post(actions.open, { reason: 'boh' }, { as: colleague, params: { id: ids['A-2']! } });
		expect(answer).toMatchObject({
			status: 409,
			data: { values: { reason: 'boh' }, errors: { reason: expect.any(String) } }
		});
	});

	it('answers 404 for an unknown request', async () => {
		expect(await read([load], { as: officer, params: { id: 'nobody' } })).toMatchObject({ status: 404 });
	});
});
