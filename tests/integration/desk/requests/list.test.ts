import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRequestFilter, type ListState } from '$lib/server/desk/requests/filter';
import { requestLines } from '$lib/server/desk/requests/export';
import { allRequests, listRequests } from '$lib/server/desk/requests/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { notifyRejection } from '$lib/server/requests/rejections/service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { healthFacts } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';
import { wholeTablesRead } from '../../../support/query-plans';

const LATER = '2026-12-20T09:00:00.000Z';
const many = Array.from({ length: 120 }, (_, n) => ({ pseudonym: `M-${String(n).padStart(3, '0')}`, choices: [1] }));

let database: TestDatabase;
let small: string, large: string;
let officer: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	const manager = await anAccount(database, 'manager');
	const applicant = await anAccount(database, 'applicant');
	const applications = [
		{ pseudonym: 'A-1', choices: [1] },
		{ pseudonym: 'A-2', choices: [2], health: healthFacts('wheelchairIndoors') },
		{ pseudonym: 'A-3', choices: [], account: applicant },
		{ pseudonym: 'A-4', choices: [] }
	];
	small = (await aClosedNotice(database, { applications, corrections: 0 })).noticeId;
	large = (await aClosedNotice(database, { applications: many })).noticeId;
	const roundId = await publishNext(database, small, officer, manager);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	const asked = { noticeId: small, pseudonym: 'A-4', reason: 'manca il requisito del reddito' };
	await database.transact((trx) => notifyRejection(trx, asked, officer, NOW));
	const { id } = await database.db
		.selectFrom('applications')
		.select('id')
		.where('account_id', '=', applicant.id)
		.executeTakeFirstOrThrow();
	await database.transact((trx) => withdrawApplication(trx, id, applicant, NOW));
});
afterAll(() => database.close());

const codes = (rows: readonly { pseudonym: string }[]) => rows.map(({ pseudonym }) => pseudonym).toSorted();
const list = async (state?: ListState, at = NOW) =>
	listRequests(database.db, { notice: small, ...(state && { state }) }, at);

describe('the list of requests', () => {
	it('picks by what a request waits for, counts, and says whose turn it is and until when', async () => {
		expect(codes((await list()).rows)).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
		expect(codes((await list('in')).rows)).toEqual(['A-1', 'A-2', 'A-4']);
		expect(codes((await list('ended')).rows)).toEqual(['A-3']);
		const rejection = await list('rejection');
		expect(rejection).toMatchObject({ count: 1, many: false, next: null });
		expect(rejection.rows[0]).toMatchObject({ pseudonym: 'A-4', turn: { state: 'rejection-open', who: 'household' } });
		expect((await list('decide')).count).toBe(0);
		expect((await list('decide', LATER)).rows).toMatchObject([{ turn: { state: 'rejection-due', who: 'office' } }]);
		const offers = await list('offer');
		expect(codes(offers.rows)).toEqual(['A-1', 'A-2']);
		for (const { turn } of offers.rows) expect(turn).toMatchObject({ state: 'offer-open', who: 'household' });
		expect(offers.count).toBe(offers.rows.length);
		expect((await list('offer', LATER)).count).toBe(0);
		expect((await list('accepted')).count).toBe(0);
	});

	it('goes through every page once, in order, whatever is sent at the same instant', async () => {
		const seen: string[] = [];
		let query = `notice=${large}`;
		for (let pages = 1; ; pages++) {
			const page = await listRequests(database.db, readRequestFilter(new URLSearchParams(query)), NOW);
			seen.push(...page.rows.map(({ pseudonym }) => pseudonym));
			expect(page.count).toBe(120);
			if (!page.next) {
				expect(pages).toBe(3);
				break;
			}
			query = `notice=${large}&after=${encodeURIComponent(page.next)}`;
		}
		expect(new Set(seen).size).toBe(120);
		expect(seen.toSorted()).toEqual(many.map(({ pseudonym }) => pseudonym));
	});

	it('ignores what its address says that it does not understand', () => {
		expect(readRequestFilter(new URLSearchParams('state=nadia&after=haddad&notice='))).toEqual({});
	});

	it('holds points, and nothing that they come from', async () => {
		const text = JSON.stringify((await list()).rows);
		expect(text).toMatch(/"points":\d+/);
		expect(text).not.toMatch(/wheelchair|iseeCents|members|needs/i);
	});

	it('finds its rows by an index, in each order', async ({ skip }) => {
		if (process.env['TEST_DATABASE'] === 'postgres') skip();
		for (const state of ['in', 'decide', 'rejection', 'offer', 'accepted', 'ended', undefined] as const)
			for (const notice of [small, undefined]) {
				const filter = { ...(state && { state }), ...(notice && { notice }) };
				const scans = await wholeTablesRead(database.db, (db) => listRequests(db, filter, NOW));
				// The few notices are read whole; the others go along an index.
				const whole = scans.filter((step) => !/^SCAN (notices|some|\(subquery)/.test(step) && !/USING/.test(step));
				expect(whole, JSON.stringify(filter)).toEqual([]);
			}
	});
});

describe('the file of the list', () => {
	it('has every request of the filter once, by protocol and code', async () => {
		const lines = [];
		for await (const line of requestLines(database.db, { notice: large }, NOW)) lines.push(line);
		expect(lines).toHaveLength(120);
		expect(Object.keys(lines[0]!)).toEqual([
			...['protocollo', 'codice', 'avviso', 'inviata', 'stato', 'tocca_a', 'termine', 'punti', 'dimostrativa']
		]);
		expect(new Set(lines.map(({ codice }) => codice)).size).toBe(120);
	});

	it('starts from the first request, also from a later page', async () => {
		const page = await listRequests(database.db, { notice: large }, NOW);
		const filter = readRequestFilter(new URLSearchParams({ notice: large, after: page.next! }));
		let count = 0;
		for await (const _ of allRequests(database.db, filter, NOW)) count++;
		expect(count).toBe(120);
	});
});
