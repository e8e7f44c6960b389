import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obstaclesFor } from '$lib/server/letting/gate/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../support/builders/closed-notice';
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
	const applications = [{ pseudonym: 'A-1', choices: [1], account: applicant }];
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
const because = async ({ noticeId, ...wanted }: Notice) =>
	(await obstaclesFor(database.db, noticeId, wanted)).map((one) => one.because);

async function accepted(notice: Notice): Promise<string> {
	expect(await offer(notice)).toMatchObject({ ok: true });
	const { id } = await database.db
		.selectFrom('offers')
		.select('id')
		.where('notice_id', '=', notice.noticeId)
		.executeTakeFirstOrThrow();
	const done = await database.transact((trx) => acceptOffer(trx, id, applicant, NOW));
	if (!done.ok) throw new Error(done.problem);
	return done.tenancyId;
}

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
		await database.db
			.updateTable('applications')
			.set({ ended_at: NOW })
			.where('id', '=', notice.applicationId)
			.execute();
		expect(await because(notice)).toEqual(['request-ended']);
	});
});
