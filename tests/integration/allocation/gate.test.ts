import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obstaclesFor } from '$lib/server/allocation/gate/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { demandVerification } from '$lib/server/notices/notices/demand-service';
import { acceptFacts, correctFact } from '$lib/server/requests/verification/check-service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { insertRemoval } from '$lib/server/homes/removals/repository';
import { readRoundPage } from '$lib/server/allocation/rounds/read-staff';
import { newId } from '$lib/server/ids';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { insertTenancy } from '$lib/server/letting/tenancies/repository';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../support/builders/closed-notice';
import { aHouseholdOf } from '../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { publishNext } from '../../support/published-round';

const TODAY = '2026-11-22';
const AFTER_ANSWER = '2026-12-20T09:00:00.000Z';

let database: TestDatabase;
let officer: Actor, manager: Actor, applicant: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anAccount(database, 'applicant');
});

/** A published notice in which the applicant is given the only home. */
async function aNotice() {
	// 58 m2 suit three people.
	const applications = [{ pseudonym: 'A-1', choices: [1], account: applicant, household: aHouseholdOf(3) }];
	const { noticeId, dwellingIds } = await aClosedNotice(database, { applications, corrections: 0 });
	const roundId = await publishNext(database, noticeId, officer, manager);
	const { id } = await database.db
		.selectFrom('applications')
		.select('id')
		.where('notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	return { noticeId, roundId, applicationId: id, dwellingId: dwellingIds[0]! };
}
type Notice = Awaited<ReturnType<typeof aNotice>>;

const offer = (notice: Notice, now = NOW) =>
	database.transact((trx) => makeOffers(trx, { roundId: notice.roundId }, officer, now));
const reject = (notice: Notice, pseudonym = 'A-1') =>
	database.transact((trx) =>
		notifyRejection(trx, { noticeId: notice.noticeId, pseudonym, reason: 'Manca un requisito.' }, officer, NOW)
	);
const contract = (tenancy: string) =>
	database.transact((trx) =>
		recordStep(trx, tenancy, { event: 'contract_registered', number: 'TNM-1', on: TODAY }, officer, NOW)
	);
const keys = (tenancy: string) =>
	database.transact((trx) => recordStep(trx, tenancy, { event: 'keys_delivered', on: TODAY }, officer, NOW));
const heldInRound = async ({ noticeId }: Notice) =>
	(await readRoundPage(database.db, noticeId, 1, NOW))!.preview!.rows[0]!.obstacles;
const because = async ({ noticeId, ...wanted }: Notice) =>
	(await obstaclesFor(database.db, noticeId, wanted)).map((one) => one.because);

const end = ({ applicationId }: Notice) =>
	database.db.updateTable('applications').set({ ended_at: NOW }).where('id', '=', applicationId).execute();

/** The removal of the home waits for a second person. */
async function leave({ dwellingId }: Notice) {
	const removal = { id: newId(), dwelling_id: dwellingId, kind: 'damaged', happened_on: TODAY, persons: 2 } as const;
	const waits = { notice_id: null, closed_by: null, closed_at: null, outcome: null, ended_by: null, ended_at: null };
	const proposed = { reason: 'La casa è allagata.', proposed_by: officer.id, proposed_at: NOW };
	await database.transact((trx) => insertRemoval(trx, { ...removal, ...waits, ...proposed }));
}

async function accepted(notice: Notice): Promise<string> {
	expect(await offer(notice)).toMatchObject({ ok: true });
	return accept(notice);
}

async function offerOf({ noticeId }: Notice): Promise<string> {
	const made = database.db.selectFrom('offers').select('id').where('notice_id', '=', noticeId);
	return (await made.executeTakeFirstOrThrow()).id;
}

async function answer(notice: Notice) {
	const id = await offerOf(notice);
	return database.transact((trx) => acceptOffer(trx, id, applicant, NOW));
}

async function accept(notice: Notice): Promise<string> {
	const done = await answer(notice);
	if (!done.ok) throw new Error(done.problem);
	return done.tenancyId;
}

/** The household lives in the home that it was offered, as where the office moved it there. */
async function move(notice: Notice) {
	const offer_id = await offerOf(notice);
	await database.transact((trx) =>
		insertTenancy(trx, { id: newId(), dwelling_id: notice.dwellingId, offer_id, started_at: NOW })
	);
}

/** What can stand against a home. `other`: a notice that has offered the household another home. */
const against: readonly [string, (notice: Notice, other: Notice) => Promise<unknown>][] = [
	['not-verified', (notice) => demand(notice, true)],
	['rejection-open', (notice) => reject(notice)],
	['leaving', (notice) => leave(notice)],
	['other-home', (_, other) => move(other)]
];

/** A notice, and another one that has offered the same household a home. */
async function twoNotices() {
	const other = await aNotice();
	expect(await offer(other)).toMatchObject({ ok: true });
	return { other, notice: await aNotice() };
}

describe('each passage asks the gate', () => {
	test.each(against)('the round and the offer, closed because of %s', async (because, happen) => {
		const { notice, other } = await twoNotices();
		await happen(notice, other);
		const obstacles = [expect.objectContaining({ because })];
		expect(await heldInRound(notice)).toEqual(obstacles);
		expect(await offer(notice)).toMatchObject({ problem: 'held-back', obstacles });
	});

	test.each(against)('the contract, closed because of %s', async (because, happen) => {
		const { notice, other } = await twoNotices();
		const tenancy = await accepted(notice);
		await happen(notice, other);
		expect(await contract(tenancy)).toMatchObject({ problem: 'held-back', obstacles: [{ because }] });
	});

	test.each(against)('the keys, closed because of %s', async (because, happen) => {
		const { notice, other } = await twoNotices();
		const tenancy = await accepted(notice);
		expect(await contract(tenancy)).toEqual({ ok: true });
		await happen(notice, other);
		expect(await keys(tenancy)).toMatchObject({ problem: 'held-back', obstacles: [{ because }] });
	});

	test.each(against)('an acceptance, which %s stops only where the home cannot follow', async (because, happen) => {
		const { notice, other } = await twoNotices();
		expect(await offer(notice)).toMatchObject({ ok: true });
		await happen(notice, other);
		const stopped = because === 'other-home' ? { ok: false, problem: because } : { ok: true };
		expect(await answer(notice)).toMatchObject(stopped);
	});

	test('and of two acceptances at once one is taken', async () => {
		const { notice, other } = await twoNotices();
		expect(await offer(notice)).toMatchObject({ ok: true });
		const done = await Promise.all([answer(notice), answer(other)]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		expect(done).toContainEqual({ ok: false, problem: 'other-home' });
	});

	test('an acceptance, which a request that ended stops', async () => {
		const notice = await aNotice();
		expect(await offer(notice)).toMatchObject({ ok: true });
		await end(notice);
		expect(await answer(notice)).toEqual({ ok: false, problem: 'request-ended' });
	});

	test('and tells every reason at once', async () => {
		const { notice, other } = await twoNotices();
		for (const [, happen] of against) await happen(notice, other);
		const all = ['rejection-open', 'not-verified', 'other-home', 'leaving'];
		expect((await heldInRound(notice)).map((one) => one.because)).toEqual(all);
		expect(await offer(notice)).toMatchObject({ obstacles: all.map((because) => ({ because })) });
	});
});

describe('the gate', () => {
	test('is open for a household and its home, from the offer to the keys', async () => {
		const notice = await aNotice();
		const tenancy = await accepted(notice);
		expect(await because(notice)).toEqual([]);
		expect(await contract(tenancy)).toEqual({ ok: true });
		expect(await keys(tenancy)).toEqual({ ok: true });
	});

	test('holds contract and keys back while a notice of rejection is open, and lets them pass when it is dropped', async () => {
		const notice = await aNotice();
		const tenancy = await accepted(notice);
		const rejection = await reject(notice);
		if (!rejection.ok) throw new Error(rejection.problem);
		expect(await contract(tenancy)).toMatchObject({
			problem: 'held-back',
			obstacles: [{ because: 'rejection-open' }]
		});
		const drop = { id: rejection.id, outcome: 'dropped' } as const;
		expect(await database.transact((trx) => decideRejection(trx, drop, officer, AFTER_ANSWER))).toMatchObject({
			ok: true
		});
		expect(await contract(tenancy)).toEqual({ ok: true });
	});

	test('holds an offer back from a household that accepted a home of another notice', async () => {
		const [first, second] = [await aNotice(), await aNotice()];
		await accepted(first);
		expect(await because(second)).toEqual(['other-home']);
		expect(await offer(second)).toMatchObject({ problem: 'held-back', obstacles: [{ because: 'other-home' }] });
		expect(await because(first)).toEqual([]);
	});

	test('tells that a request has ended', async () => {
		const notice = await aNotice();
		await end(notice);
		expect(await because(notice)).toEqual(['request-ended']);
	});

	test('waits for a verified request where the notice demands it, from the offer to the keys', async () => {
		const notice = await aNotice();
		expect(await demand(notice, true, officer)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await because(notice)).toEqual([]);
		expect(await demand(notice, true)).toEqual({ ok: true });
		expect(await because(notice)).toEqual(['not-verified']);
		expect(await offer(notice)).toMatchObject({ ok: false });
		await verify(notice);
		expect(await because(notice)).toEqual([]);
		const tenancy = await accepted(notice);
		await correct(notice);
		expect(await because(notice)).toEqual(['requirement-missing']);
		expect(await contract(tenancy)).toMatchObject({ ok: false });
		expect(await keys(tenancy)).toMatchObject({ ok: false });
		expect(await demand(notice, false)).toEqual({ ok: true });
		expect(await contract(tenancy)).toEqual({ ok: true });
	});

	test('is demanded once, however often it is clicked, and the log says by whom', async () => {
		const notice = await aNotice();
		for (const demanded of [true, true, false, false]) await demand(notice, demanded);
		const log = await database.db
			.selectFrom('audit_entries')
			.select(['event', 'actor_id as by'])
			.where('subject_id', '=', notice.noticeId)
			.where('event', 'in', ['verification_demanded', 'verification_not_demanded'])
			.orderBy('at')
			.execute();
		expect(log.map(({ event, by }) => [event, by]).toSorted()).toEqual([
			['verification_demanded', manager.id],
			['verification_not_demanded', manager.id]
		]);
	});
});

const demand = ({ noticeId }: Notice, demanded: boolean, by = manager) =>
	database.transact((trx) => demandVerification(trx, { noticeId, demanded }, by, NOW));
const evidence = { how: 'register', source: 'Anagrafe di Milano', on: TODAY } as const;

/** The facts of a request that an officer opened. */
async function checklist(id: string) {
	const request = (await findApplication(database.db, id))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, NOW));
	const list = await readChecklist(database.db, id, officer, NOW);
	if (!list || list === 'closed') throw new Error('The file is closed.');
	return list.rows;
}

async function verify({ applicationId: id }: Notice) {
	const rows = await checklist(id);
	const facts = rows.filter(({ needed }) => needed).map(({ fact }) => ({ fact, seen: 0 }));
	expect(await database.transact((trx) => acceptFacts(trx, { id, facts, evidence }, officer, NOW))).toEqual({
		ok: true
	});
}

async function correct({ applicationId: id }: Notice) {
	const rows = await checklist(id);
	const seen = rows.find(({ fact }) => fact === 'ownsAdequateHome')!.last!.version;
	const found = { id, fact: 'ownsAdequateHome', seen, value: true, evidence, reason: 'Visura del catasto.' } as const;
	expect(await database.transact((trx) => correctFact(trx, found, officer, NOW))).toEqual({ ok: true });
}
