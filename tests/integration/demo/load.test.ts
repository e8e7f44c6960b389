import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '$lib/domain/calendar/deadline';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { eachForRanking } from '$lib/server/requests/applications/for-ranking';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { lettersToPost } from '$lib/server/people/messages/letters-service';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { loadDemo } from '$lib/server/demo/load';
import { nextDeadline } from '$lib/server/demo/repository';
import { listListings } from '$lib/server/letting/listings/repository';
import { suggestionsFor } from '$lib/server/letting/proposals/suggestion-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import { readPublication } from '$lib/domain/publication/publication';
import { statementOf } from '$lib/server/allocation/rounds/kept-files';
import { findRound } from '$lib/server/allocation/rounds/repository';
import { verifyText } from '$lib/server/allocation/rounds/signature';
import { emailOf } from '$lib/server/demo/accounts';
import { isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const NOW = '2026-11-22T20:53:08.000Z';

let database: TestDatabase;
let milliseconds = 0;
beforeAll(async () => {
	database = await openTestDatabase();
	const started = performance.now();
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: true });
	milliseconds = Math.round(performance.now() - started);
	console.info(`demo world loaded on ${database.kind} in ${milliseconds} ms`);
});
afterAll(() => database.close());

test('a second load changes nothing and says so', async () => {
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: false, problem: 'world-already-there' });
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
});

test('the letters of the weeks before are posted, the newest wait', async () => {
	const { id, name, organisationId } = (await findByEmail(database.db, emailOf('funzionario')))!;
	const officer = { id, role: 'officer', name, organisationId, demo: true } as const;
	const { letters } = await database.transact((trx) => lettersToPost(trx, officer, NOW));
	expect(letters.length).toBeGreaterThan(0);
	expect(letters.map(({ at }) => dayOf(at) >= '2026-11-15')).not.toContain(false);
	const posted = database.db.selectFrom('messages').select('id').where('posted_at', 'is not', null);
	expect((await posted.execute()).length).toBeGreaterThan(0);
});

test('every demo account is confirmed and marked as demo', async () => {
	const accounts = await database.db.selectFrom('accounts').selectAll().execute();
	expect(accounts.length).toBeGreaterThanOrEqual(10);
	const [desk, own] = [true, false].map((isOfDesk) =>
		accounts.filter(({ email }) => isDeskAddress(email) === isOfDesk)
	);
	// Made at the desk for persons without an address: nobody enters them.
	for (const account of desk!)
		expect(account).toMatchObject({ demo: 1, email_confirmed_at: null, password_hash: '', role: 'applicant' });
	for (const account of own!) {
		expect(account.demo).toBe(1);
		expect(account.email_confirmed_at).not.toBeNull();
		expect(account.email).toMatch(/@chiavi\.example$/);
	}
	expect(new Set(accounts.map(({ role }) => role)).size).toBe(8);
});

const noticeId = async (code: string) =>
	(await database.db.selectFrom('notices').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;

test('the running notice has a provisional, a corrected and two final versions, approved by another person than prepared them, and signed', async () => {
	const rounds = await database.db.selectFrom('rounds').selectAll().orderBy('version').execute();
	expect(rounds.map(({ kind }) => kind)).toEqual(['provisional', 'corrected', 'final', 'final']);
	for (const round of rounds) {
		expect(round.approved_by).not.toBe(round.prepared_by);
		expect(round.published_at).not.toBeNull();
		const kept = (await findRound(database.db, round.id))!;
		const statement = await statementOf(database.db, kept);
		expect(verifyText(statement, kept.signature!)).toBe(true);
		expect(verifyText(statement.replace(/^version .*$/m, 'version 9'), kept.signature!)).toBe(false);
	}
});

test('no public file or column of the demo has a pseudonym beside a home', async () => {
	const pseudonyms = (await database.db.selectFrom('applications').select('pseudonym').execute()).map(
		(row) => row.pseudonym
	);
	const rounds = await database.db.selectFrom('rounds').selectAll().execute();
	expect(rounds).toHaveLength(4);
	for (const { publication, projection, public_result, statement, summary } of rounds) {
		expect([projection, public_result]).toEqual([null, null]);
		const { order, dwellings } = readPublication(publication!)!;
		expect(pseudonyms).toEqual(expect.arrayContaining([...order]));
		for (const dwelling of dwellings) expect(Object.keys(dwelling)).not.toContain('household');
		for (const pseudonym of order) expect(statement + summary).not.toContain(pseudonym);
	}
});

test('offers of the running notice stand in every state', async () => {
	const events = await database.db.selectFrom('offer_events').select('event').execute();
	for (const event of ['made', 'accepted', 'refused', 'expired'] as const)
		expect(events.map((row) => row.event)).toContain(event);
	const steps = await database.db.selectFrom('tenancy_events').select('event').execute();
	const count = (event: string) => steps.filter((row) => row.event === event).length;
	expect([count('contract_registered') >= 3, count('keys_delivered') >= 2]).toEqual([true, true]);
});

test('the demo applicant has one live offer, to answer within three days, with times to see the home', async () => {
	const [offer, ...more] = await database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.innerJoin('accounts', 'accounts.id', 'applications.account_id')
		.where('accounts.email', '=', 'richiedente@chiavi.example')
		.select(['offers.id', 'offers.dwelling_id', 'offers.deadline', 'offers.released_at'])
		.execute();
	expect(more).toEqual([]);
	expect(offer).toMatchObject({ deadline: '2026-11-25T22:59:59.999Z', released_at: null });
	const slots = await database.db
		.selectFrom('viewings')
		.selectAll()
		.where('dwelling_id', '=', offer!.dwelling_id)
		.execute();
	expect(slots).toHaveLength(3);
	expect(slots.every(({ starts_at }) => starts_at > NOW && starts_at < offer!.deadline)).toBe(true);
});

const ofApplicant = () =>
	database.db
		.selectFrom('applications')
		.innerJoin('accounts', 'accounts.id', 'applications.account_id')
		.where('accounts.email', '=', 'richiedente@chiavi.example')
		.select(['applications.id', 'applications.notice_id', 'applications.account_id']);

test('the demo applicant has not applied to the open notice', async () => {
	const own = await ofApplicant().execute();
	expect(own.map(({ notice_id }) => notice_id)).toEqual([await noticeId('AGENZIA-1')]);
});

test('the points of every household add up to the last hundredth, each line with its source', async () => {
	const counted = new Map<string, number>();
	for (const { id } of await database.db.selectFrom('notices').select('id').execute()) {
		const { code, rules } = (await findNotice(database.db, id))!;
		await eachForRanking(database.db, id, ({ household, health, submittedAt }) => {
			const { lines, subscores, total } = scoreHousehold(household, health, rules, dayOf(submittedAt));
			counted.set(code, (counted.get(code) ?? 0) + 1);
			const wrong = lines.filter(({ source, points }) => source === '' || !Number.isInteger(points) || points === 0);
			const sums = [lines.reduce((sum, { points }) => sum + points, 0), total];
			const parts = Object.values(subscores).reduce((sum, points) => sum + points, 0);
			if (wrong.length > 0 || sums[0] !== total || parts !== total) expect({ wrong, sums, parts }).toBeNull();
		});
	}
	expect([...counted.keys()]).toHaveLength(3);
	expect(Math.min(...counted.values())).toBeGreaterThan(90);
});

test('the demo applicant reads every line of her points, the ceiling too, and their sum', async () => {
	const { id, account_id } = await ofApplicant().executeTakeFirstOrThrow();
	const by = { id: account_id!, role: 'applicant', name: '', organisationId: null, demo: true } as const;
	const { score } = (await readRequest(database.db, id, by, NOW))!;
	expect(score!.lines.map(({ criterion, points }) => [criterion, points])).toEqual([
		['minorChildren', 600],
		['singleParent', 300],
		['eviction', 1100],
		['unhealthyHome', 700],
		['overcrowding', 600],
		['economicHardship', 800],
		['residenceRegion', 650],
		['residenceMunicipality', 800],
		['residenceTogether', -250]
	]);
	expect(score!.total).toBe(5_300);
});

test('the next deadlines are the hold of a landlord’s home and the live offers', async () => {
	expect(await nextDeadline(database.db, NOW)).toEqual({ at: '2026-11-24T09:00:00.000Z', what: 'hold' });
	const afterTheHold = '2026-11-24T09:00:00.001Z';
	expect(await nextDeadline(database.db, afterTheHold)).toEqual({ at: '2026-11-25T22:59:59.999Z', what: 'offer' });
});

test('landlords’ flats stand in each state, all of them marked as invented', async () => {
	const listings = await listListings(database.db, {}, NOW);
	expect(listings.every(({ synthetic }) => synthetic)).toBe(true);
	expect(listings.map(({ state }) => state).toSorted()).toEqual([
		'draft',
		'held',
		'inspected',
		'keys_delivered',
		'published',
		'published',
		'refused',
		'submitted',
		'withdrawn'
	]);
});

test('households look for a home, without an account, and some are suggested for a published flat', async () => {
	const requests = await database.db.selectFrom('tenant_requests').selectAll().execute();
	expect(requests.every((row) => row.account_id === null && row.synthetic === 1)).toBe(true);
	const published = (await listListings(database.db, {}, NOW)).filter(({ state }) => state === 'published');
	const suggested = await Promise.all(published.map(({ id }) => suggestionsFor(database.db, id, NOW)));
	expect(suggested.every(({ tenants }) => tenants.length > 0)).toBe(true);
});

test('flats of private landlords belong to no operation: they do not count towards the 145', async () => {
	const rows = await database.db
		.selectFrom('dwellings')
		.select(['operation_id', 'erp'])
		.where('code', 'in', (eb) =>
			eb
				.selectFrom('dwellings as private')
				.innerJoin('listings', 'listings.dwelling_id', 'private.id')
				.select('private.code')
		)
		.execute();
	expect(rows.length).toBeGreaterThanOrEqual(4);
	expect(rows.every((row) => row.operation_id === null && row.erp === 0)).toBe(true);
});
