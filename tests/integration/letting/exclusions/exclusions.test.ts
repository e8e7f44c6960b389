import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rejectionWork } from '$lib/server/desk/work-list/letting-work';
import { decideExclusion } from '$lib/server/letting/exclusions/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { readOwnFile } from '$lib/server/desk/file/own-file';
import { findApplication } from '$lib/server/requests/applications/repository';
import { readOwnRejection } from '$lib/server/requests/rejections/answer-service';
import { notifyRejection } from '$lib/server/requests/rejections/service';
import { exportOf } from '$lib/server/requests/rights/service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHouseholdOf } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const AFTER = '2026-12-20T09:00:00.000Z';
const REASON = 'Dal catasto risulta una casa adeguata.';
const DECISION = 'Nessun documento mostra che la casa sia di altri.';

let database: TestDatabase;
let second: AppDatabase;
let officer: Actor, colleague: Actor, manager: Actor, nadia: Actor;
let noticeId: string, requestId: string, rejection: string;
beforeAll(async () => {
	database = await openTestDatabase();
	second = createDatabase(database.url);
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Paolo Neri');
	manager = await anAccount(database, 'manager');
});
afterAll(async () => {
	await second.close();
	await database.close();
});
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const household = aHouseholdOf(3);
	const applications = [{ pseudonym: 'A-1', choices: [1], account: nadia, household }];
	({ noticeId } = await aClosedNotice(database, { applications }));
	const row = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await row.executeTakeFirstOrThrow()).id;
});

async function notified() {
	const input = { noticeId, pseudonym: 'A-1', reason: REASON };
	const sent = await database.transact((trx) => notifyRejection(trx, input, officer, NOW));
	if (!sent.ok) throw new Error(sent.problem);
	rejection = sent.id;
}
type Given = { by?: Actor; outcome?: 'excluded' | 'dropped'; decision?: string | null; now?: string };
function decide({ by = officer, outcome = 'excluded', decision = DECISION, now = AFTER }: Given = {}) {
	const input = { id: rejection, outcome, ...(decision && { decision }) };
	return database.transact((trx) => decideExclusion(trx, input, by, now));
}
/** The household accepted its home before the notice of rejection. */
async function accepted() {
	const roundId = await publishNext(database, noticeId, officer, manager);
	await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	const { id } = await database.db
		.selectFrom('offers')
		.select('id')
		.where('notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	const done = await database.transact((trx) => acceptOffer(trx, id, nadia, NOW));
	if (!done.ok) throw new Error(done.problem);
	return { offer: id, tenancy: done.tenancyId };
}
const ended = async () => (await findApplication(database.db, requestId))!.endedAt;
const own = async () => (await readOwnRejection(database.db, requestId, nadia))!.rejection!;
const events = async () => (await readOwnFile(database.db, requestId, nadia, AFTER))!.history.map(({ event }) => event);

describe('an exclusion', () => {
	test('takes one person where no home is lost', async () => {
		await notified();
		expect(await decide()).toEqual({ ok: true, waits: false });
		expect(await ended()).toBe(AFTER);
		expect(await own()).toMatchObject({ outcome: 'excluded', byTwo: false });
	});

	test('takes two where the ranking gives the household a home', async () => {
		await publishNext(database, noticeId, officer, manager);
		await notified();
		expect(await decide({ now: NOW })).toMatchObject({ ok: false, problem: 'too-early' });
		expect(await decide({ decision: null })).toEqual({ ok: false, problem: 'decision-missing' });
		expect(await decide()).toEqual({ ok: true, waits: true });
		expect(await decide()).toEqual({ ok: true, waits: true });
		expect(await decide({ decision: null })).toEqual({ ok: false, problem: 'same-person' });
		expect(await ended()).toBeNull();
		expect(await decide({ by: colleague, decision: null })).toEqual({ ok: true, waits: false });
		expect(await ended()).toBe(AFTER);
		expect(await own()).toMatchObject({ outcome: 'excluded', decision: DECISION, byTwo: true });
		expect(await events()).toEqual(expect.arrayContaining(['exclusion_proposed', 'application_excluded']));
	});

	test('that is only proposed is not read by the household, and waits on the list for another person', async () => {
		await publishNext(database, noticeId, officer, manager);
		await notified();
		await decide();
		expect(await own()).toMatchObject({ outcome: null, decision: null, byTwo: false });
		expect(await events()).not.toContain('exclusion_proposed');
		const { requests } = await exportOf(database.db, nadia.id);
		expect(JSON.stringify(requests)).not.toContain(DECISION);
		const waiting = (await rejectionWork(database.db, AFTER)).find(({ params }) => params['id'] === requestId);
		expect(waiting).toMatchObject({ kind: 'confirm-exclusion', begunBy: [officer.id] });
	});

	test('that is proposed can be dropped by one person', async () => {
		await publishNext(database, noticeId, officer, manager);
		await notified();
		await decide();
		expect(await decide({ outcome: 'dropped', decision: 'L’atto basta: il requisito c’è.' })).toMatchObject({
			ok: true
		});
		expect(await ended()).toBeNull();
		expect(await own()).toMatchObject({ outcome: 'dropped', decision: 'L’atto basta: il requisito c’è.' });
	});

	test('by a second person ends the home that was accepted, but not a registered contract', async () => {
		const { offer, tenancy } = await accepted();
		await notified();
		expect(await decide()).toEqual({ ok: true, waits: true });
		expect(await decide({ by: colleague })).toEqual({ ok: true, waits: false });
		const held = database.db.selectFrom('offers').select('released_at').where('id', '=', offer);
		expect(await held.executeTakeFirst()).toEqual({ released_at: AFTER });
		const home = database.db.selectFrom('tenancies').select('ended_at').where('id', '=', tenancy!);
		expect(await home.executeTakeFirst()).toEqual({ ended_at: AFTER });
	});

	test('is refused where the contract is registered', async () => {
		const { tenancy } = await accepted();
		const contract = { event: 'contract_registered', number: 'TNM-1', on: '2026-11-22' } as const;
		await database.transact((trx) => recordStep(trx, tenancy!, contract, officer, NOW));
		await notified();
		expect(await decide()).toEqual({ ok: true, waits: true });
		expect(await decide({ by: colleague })).toEqual({ ok: false, problem: 'contract-registered' });
		expect(await ended()).toBeNull();
	});

	test('at one moment by two people: one proposes, the other decides, and nothing is done twice', async () => {
		await publishNext(database, noticeId, officer, manager);
		await notified();
		const input = { id: rejection, outcome: 'excluded', decision: DECISION } as const;
		const clicks = [officer, colleague].map((by, index) =>
			(index === 0 ? database : second).transact((trx) => decideExclusion(trx, input, by, AFTER))
		);
		const done = await Promise.all(clicks);
		expect(done.map((one) => one.ok && one.waits).toSorted()).toEqual([false, true]);
		expect(await ended()).toBe(AFTER);
	});
});
