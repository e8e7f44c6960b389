import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages';
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';
import { copyFile, readCopy, type CopyFileProblem } from '$lib/server/desk/file/copy-service';
import { openFile } from '$lib/server/desk/file/open-service';
import { readFile } from '$lib/server/desk/file/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { GET as takeOwn } from '../../../../src/routes/(applicant)/my/requests/[id]/pdf/+server';
import { actions, load } from '../../../../src/routes/(staff)/staff/requests/[id]/+page.server';
import FilePage from '../../../../src/routes/(staff)/staff/requests/[id]/+page.svelte';
import { GET as takeCopy } from '../../../../src/routes/(staff)/staff/requests/[id]/copies/[copy]/pdf/+server';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { answerOf, post, read, servePages, shown, wordsOf } from '../../../support/pages';
import { pdfPages, pdfText } from '../../../support/pdf-text';
import { publishNext } from '../../../support/published-round';

const TOMORROW = '2026-11-23T09:00:00.000Z';
const WHY = 'verifico i requisiti dell’avviso';
const PURPOSE = 'ricorso *al* #panic() $tribunale$ di Milano';
const NAUGHTY = { givenName: '#panic() *Amina*', familyName: '$El Fassi$ <نادية>' };
const OFFICER = 'Franca _Prova_';

let database: TestDatabase;
let officer: Actor, colleague: Actor, nadia: Actor, safe: Actor;
const ids: Record<string, string> = {};
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', OFFICER);
	colleague = await anAccount(database, 'manager', 'Paolo Prova');
	nadia = await anAccount(database, 'applicant', 'Nadia');
	safe = await anAccount(database, 'applicant', 'Sara');
	await withContact(database, nadia, NOW, NAUGHTY);
	await withContact(database, safe, NOW, { safeContact: 'Centro Voce Inventata' });
	const violence = { ...healthFacts(), emergency: ['violence' as const] };
	const household = aHousehold({ iseeCents: 1_234_567 });
	const applications = [
		{ pseudonym: 'A-1', choices: [1], account: nadia, health: healthFacts('wheelchairIndoors'), household },
		{ pseudonym: 'A-2', choices: [2], account: safe, health: violence },
		{ pseudonym: 'A-3', choices: [] }
	];
	const { noticeId } = await aClosedNotice(database, { applications, corrections: 0 });
	const roundId = await publishNext(database, noticeId, officer, colleague);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	for (const { id, pseudonym } of await database.db.selectFrom('applications').select(['id', 'pseudonym']).execute())
		ids[pseudonym] = id;
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const open = (code: string, by = officer) => database.transact((trx) => openFile(trx, ids[code]!, WHY, by, NOW));
const copy = (code: string, purpose: string, by = officer, at = NOW) =>
	database.transact((trx) => copyFile(trx, ids[code]!, purpose, by, at));
const problemOf = async (done: ReturnType<typeof copy>): Promise<CopyFileProblem | null> => {
	const answer = await done;
	return answer.ok ? null : answer.problem;
};

async function copied(code: string, purpose = PURPOSE, by = officer): Promise<{ id: string; copy: string }> {
	await open(code, by);
	const done = await copy(code, purpose, by);
	if (!done.ok) throw new Error(done.problem);
	return { id: ids[code]!, copy: done.copy };
}

type Endpoint = (event: never) => unknown;
/** The answer of an endpoint to somebody; its status where it refuses. */
async function answered(endpoint: Endpoint, as: Actor, params: Record<string, string>): Promise<Response | number> {
	try {
		return (await endpoint({ params, locals: { actor: as } } as never)) as Response;
	} catch (refused) {
		return (refused as { status: number }).status;
	}
}
async function pdfOf(endpoint: Endpoint, as: Actor, params: Record<string, string>) {
	const answer = await answered(endpoint, as, params);
	if (typeof answer === 'number') throw new Error(`refused with ${answer}`);
	return { name: answer.headers.get('content-disposition')!, pdf: new Uint8Array(await answer.arrayBuffer()) };
}
const letters = (text: string) => text.replaceAll(/\s/g, '');

describe('taking a copy of a file', () => {
	it('needs the file open, and a purpose of at most 200 characters', async () => {
		const by = await anAccount(database, 'officer');
		expect(await problemOf(copy('A-1', PURPOSE, by))).toBe('closed');
		await open('A-1', by);
		expect(await problemOf(copy('A-1', '  ', by))).toBe('purpose-needed');
		expect(await problemOf(copy('A-1', 'a'.repeat(201), by))).toBe('purpose-long');
		expect(await problemOf(copy('A-1', 'a'.repeat(200), by))).toBeNull();
		expect(await problemOf(copy('A-1', PURPOSE, by, TOMORROW))).toBe('closed');
		expect(await problemOf(copy('nobody', PURPOSE, by))).toBe('not-found');
	});

	it('of a protected household needs a purpose that is longer than a word', async () => {
		await open('A-2');
		expect(await problemOf(copy('A-2', 'boh'))).toBe('purpose-short');
		expect(await problemOf(copy('A-2', WHY))).toBeNull();
	});

	it('leaves a row for each purpose of a day, however often it is clicked, and the log does not hold it', async () => {
		const by = await anAccount(database, 'officer', 'Lidia Prova');
		await open('A-1', by);
		const both = await Promise.all([copy('A-1', PURPOSE, by), copy('A-1', PURPOSE, by)]);
		expect(both[0]).toEqual(both[1]);
		await copy('A-1', 'consegna al perito dell’agenzia', by);
		const own = (await myReadings(database.db, nadia)).filter(({ reader }) => reader === 'Lidia Prova');
		expect(own.map(({ subjectType, reason }) => [subjectType, reason])).toEqual(
			expect.arrayContaining([
				['request', WHY],
				['copy', PURPOSE],
				['copy', 'consegna al perito dell’agenzia']
			])
		);
		expect(own).toHaveLength(3);
		const log = await database.db.selectFrom('audit_entries').selectAll().where('actor_id', '=', by.id).execute();
		expect(log.filter(({ event }) => event === 'request_copied')).toHaveLength(2);
		const kept = await database.db.selectFrom('readings').selectAll().execute();
		expect(JSON.stringify([log, kept])).not.toContain('tribunale');
	});

	it('of a household without an account leaves its row too', async () => {
		const { copy: taken } = await copied('A-3');
		const { readings } = (await readFile(database.db, ids['A-3']!, officer, NOW))!.opened!;
		expect(readings.find(({ id }) => id === taken)).toMatchObject({ subjectType: 'copy', reason: PURPOSE });
	});

	it.each(['auditor', 'caseworker', 'applicant', 'administrator', 'programme', 'landlord'] as const)(
		'is refused to the role %s',
		async (role) => {
			const by = await anAccount(database, role);
			expect(await problemOf(copy('A-1', PURPOSE, by))).toBe('not-allowed');
			const taken = await copied('A-1');
			expect(await readCopy(database.db, { request: taken.id, copy: taken.copy }, by, NOW)).toBeNull();
		}
	);
});

describe('the PDF of a file', () => {
	it('says what the page says, with purpose, officer and day on each sheet, and no name in its own', async () => {
		const taken = await copied('A-1');
		const { name, pdf } = await pdfOf(takeCopy, officer, taken);
		const { head } = (await readFile(database.db, taken.id, officer, NOW))!;
		expect(name).toBe(`attachment; filename="fascicolo-${head.protocol}.pdf"`);
		const pages = (await pdfPages(pdf)).map(letters);
		for (const page of pages)
			expect(page).toContain(letters(`${m.copy_for({ purpose: PURPOSE })} · ${OFFICER} · 22 novembre 2026`));
		const text = pages.join('');
		for (const words of ['#panic() *Amina*', '$El Fassi$', '12.345,67 €', 'Ha aperto il fascicolo di una domanda'])
			expect(text.toLowerCase()).toContain(letters(words).toLowerCase());
		for (const title of [m.file_points, m.file_requirements, m.file_choices, m.file_offers, m.file_history])
			expect(text).toContain(letters(title()));
		expect(text).not.toMatch(/undefined|\[object|wheelchairIndoors/);
		expect((await pdfOf(takeCopy, officer, taken)).pdf).toEqual(pdf);
	});

	it('of a protected household shows its safe contact alone', async () => {
		const { pdf } = await pdfOf(takeCopy, officer, await copied('A-2', WHY));
		const text = letters(await pdfText(pdf));
		expect(text).toContain(letters('Centro Voce Inventata'));
		expect(text).toContain(letters(m.file_pdf_protected()));
		for (const hidden of ['Via Inventata 7', '333 123 4567', `${safe.id}@chiavi.example`])
			expect(text).not.toContain(letters(hidden));
	});

	it('holds the longest purpose, also of one word', async () => {
		const purpose = 'W'.repeat(200);
		const { pdf } = await pdfOf(takeCopy, officer, await copied('A-1', purpose));
		for (const page of await pdfPages(pdf)) expect(letters(page)).toContain(purpose);
	});

	it('is there for the officer who took it, on that day and for that request alone', async () => {
		const taken = await copied('A-1');
		await open('A-1', colleague);
		expect(await answered(takeCopy, colleague, taken)).toBe(404);
		await open('A-3');
		expect(await answered(takeCopy, officer, { ...taken, id: ids['A-3']! })).toBe(404);
		expect(await answered(takeCopy, officer, { ...taken, copy: 'nothing' })).toBe(404);
		servePages(database, TOMORROW);
		expect(await answered(takeCopy, officer, taken)).toBe(404);
	});

	it('writes nothing when it is read', async () => {
		const taken = await copied('A-1');
		const rows = async () => [
			await database.db.selectFrom('readings').selectAll().execute(),
			await database.db.selectFrom('audit_entries').select('seq').execute()
		];
		const before = await rows();
		await pdfOf(takeCopy, officer, taken);
		expect(await rows()).toEqual(before);
	});
});

describe('the form on the page of the file', () => {
	it('makes a copy, to which the page has a link and its readings the purpose', async () => {
		const by = await anAccount(database, 'officer', 'Carla Prova');
		const params = { id: ids['A-1']! };
		await open('A-1', by);
		const answer = await post(actions.copy, { purpose: ` ${PURPOSE} ` }, { as: by, params });
		expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/#copy$/) });
		const { data } = await read([load], { as: by, params });
		const html = shown(FilePage, data, { params });
		const [, href] = /href="([^"]*\/copies\/[^"]*\/pdf)"/.exec(html)!;
		expect(await answerOf(takeCopy, { as: by, params: { ...params, copy: href!.split('/').at(-2)! } })).toContain(
			'Carla Prova'
		);
		expect(wordsOf(html)).toContain(m.file_copy_reason({ purpose: PURPOSE }));
	});

	it('gives back what was typed with what to do', async () => {
		const params = { id: ids['A-1']! };
		await open('A-1');
		const long = 'a'.repeat(201);
		expect(await post(actions.copy, { purpose: long }, { as: officer, params })).toMatchObject({
			status: 422,
			data: { values: { purpose: long }, errors: { purpose: m.file_copy_purpose_long() } }
		});
		expect(await post(actions.copy, { purpose: '' }, { as: officer, params })).toMatchObject({
			status: 422,
			data: { errors: { purpose: m.file_copy_purpose_needed() } }
		});
		const by = await anAccount(database, 'officer');
		expect(await post(actions.copy, { purpose: PURPOSE }, { as: by, params })).toMatchObject({
			status: 409,
			data: { problem: expect.stringContaining(PURPOSE) }
		});
	});
});

describe('the PDF of one’s own request', () => {
	it('says its answers, homes, points, requirements, state and story, with no mark, and the same bytes again', async () => {
		const { name, pdf } = await pdfOf(takeOwn, nadia, { id: ids['A-1']! });
		expect(name).not.toMatch(/Amina|Fassi|Nadia/i);
		const text = letters(await pdfText(pdf));
		const titles = [m.receipt_answers, m.my_choices, m.my_points, m.file_requirements, m.my_timeline, m.file_offers];
		for (const title of [...titles, m.rights_pdf_story]) expect(text).toContain(letters(title()));
		for (const words of ['#panic() *Amina*', '$El Fassi$', '12.345,67 €']) expect(text).toContain(letters(words));
		expect(text).not.toContain(letters('Copia per:'));
		expect(text).not.toContain(letters(OFFICER));
		expect(text).not.toMatch(/undefined|\[object|wheelchairIndoors/);
		expect((await pdfOf(takeOwn, nadia, { id: ids['A-1']! })).pdf).toEqual(pdf);
	});

	it('speaks the language of the reader', async () => {
		const before = getLocale;
		overwriteGetLocale(() => 'en');
		try {
			const text = letters(await pdfText((await pdfOf(takeOwn, nadia, { id: ids['A-1']! })).pdf));
			for (const title of ['Your points', 'What happened']) expect(text).toContain(letters(title));
			expect(text).not.toContain(letters('I tuoi punti'));
		} finally {
			overwriteGetLocale(before);
		}
	});

	it('of another household is not found', async () => {
		expect(await answered(takeOwn, safe, { id: ids['A-1']! })).toBe(404);
		expect(await answered(takeOwn, nadia, { id: ids['A-3']! })).toBe(404);
		expect(await answered(takeOwn, nadia, { id: 'nothing' })).toBe(404);
	});
});
