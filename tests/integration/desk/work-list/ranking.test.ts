import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '$lib/domain/calendar/instant';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer, refuseOffer } from '$lib/server/letting/offers/service';
import { addSlot, bookSlot } from '$lib/server/letting/offers/viewing-service';
import { confirmRemoval, proposeRemoval } from '$lib/server/letting/removals/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aHomeAt } from '../../../support/home-at-stage';
import { publishNext } from '../../../support/published-round';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof aHomeAt>>;
let officer: Actor;
let manager: Actor;
beforeEach(async () => {
	database = await openTestDatabase();
});
afterEach(() => database.close());

const at = async (stage: Parameters<typeof aHomeAt>[1]) => {
	world = await aHomeAt(database, stage);
	({ officer, manager } = world);
};
const kinds = async (by: Actor, now: Instant = NOW) => {
	const { groups, colleagues } = await readWorkList(database.db, by, now);
	return [...groups.map(({ kind, count }) => `${kind} × ${count}`), ...colleagues.map(({ kind }) => `… ${kind}`)].join(
		', '
	);
};
const offerTo = (pseudonym: string) =>
	database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select('offers.id')
		.where('applications.pseudonym', '=', pseudonym)
		.where('offers.released_at', 'is', null)
		.executeTakeFirstOrThrow();

describe('a ranking', () => {
	test('is prepared by one, approved by another, published, and its homes are offered', async () => {
		await at('closed');
		expect(await kinds(officer)).toBe('prepare-round × 1');
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const kept = await database.transact((trx) => prepareRound(trx, out.worked, officer, NOW));
		if (!kept.ok) throw new Error(kept.problem);
		expect(await kinds(officer)).toBe('… approve-round');
		expect(await kinds(await anAccount(database, 'officer'))).toBe('');
		expect(await kinds(manager)).toBe('approve-round × 1');
		await database.transact((trx) => approveRound(trx, kept.id, manager, NOW));
		expect(await kinds(officer)).toBe('publish-round × 1');
		await database.transact((trx) => publishRound(trx, kept.id, officer, NOW));
		expect(await kinds(officer)).toBe('make-offers × 1');
		const some = { roundId: kept.id, only: ['A-1'] };
		await database.transact((trx) => makeOffers(trx, some, officer, NOW));
		// One household of two has its offer.
		expect(await kinds(officer)).toBe('make-offers × 1, await-answers × 1');
		await database.transact((trx) => makeOffers(trx, { roundId: kept.id }, officer, NOW));
		expect(await kinds(officer)).toBe('await-answers × 2');
	});

	test('moves on when an offer is refused or its time is over, and offers again', async () => {
		await at('offered');
		const { id } = await offerTo('A-1');
		const [refused, next] = ['2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00.000Z'];
		await database.transact((trx) => refuseOffer(trx, id, 'other', world.applicant, refused));
		expect(await kinds(officer, refused)).toBe('next-version × 1, await-answers × 1');
		await publishNext(database, world.noticeId, officer, manager, next);
		expect(await kinds(officer, next)).toBe('make-offers × 1, await-answers × 1');
	});

	test('moves on when the time to answer is over, before the job has written it', async () => {
		await at('offered');
		expect(await kinds(officer, '2026-12-03T09:00:00.000Z')).toBe('next-version × 1');
	});

	test('is prepared again when a home left it', async () => {
		await at('offered');
		const removal = { dwellingId: world.home, kind: 'damaged', on: '2026-11-22', reason: 'Allagata' } as const;
		const later = '2026-11-23T09:00:00.000Z';
		const proposed = await database.transact((trx) => proposeRemoval(trx, removal, officer, later));
		if (!proposed.ok) throw new Error(proposed.problem);
		const which = { dwellingId: world.home, id: proposed.id };
		await database.transact((trx) => confirmRemoval(trx, which, manager, later));
		expect(await kinds(officer, later)).toContain('next-version × 1');
		expect(await kinds(officer, later)).toContain('give-home-again × 1');
	});
});

test('a notice of rejection waits for the household, and after its days for the office', async () => {
	await at('closed');
	const given = { noticeId: world.noticeId, pseudonym: 'A-1', reason: 'Manca un requisito' };
	const notified = await database.transact((trx) => notifyRejection(trx, given, officer, NOW));
	if (!notified.ok) throw new Error(notified.problem);
	const queue = async (now: Instant) =>
		(await readWorkList(database.db, officer, now, { queue: 'decide-rejection', page: 1 })).queue!.items[0]!;
	expect(await queue(NOW)).toMatchObject({ waitsFor: 'household', late: false, due: '2026-12-02T22:59:59.999Z' });
	const after = '2026-12-05T09:00:00.000Z';
	const due = await queue(after);
	expect([due.waitsFor, due.late]).toEqual([undefined, true]);
	const decided = { id: notified.id, outcome: 'dropped' } as const;
	await database.transact((trx) => decideRejection(trx, decided, officer, after));
	expect(await kinds(officer, after)).toBe('prepare-round × 1');
});

test('a viewing waits on its day; contract and keys wait after the yes', async () => {
	await at('offered');
	const { id } = await offerTo('A-1');
	await database.transact((trx) => addSlot(trx, id, { day: '2026-11-25', time: '10:00' }, officer, NOW));
	const slot = await database.db.selectFrom('viewings').select('id').executeTakeFirstOrThrow();
	expect(await kinds(officer, '2026-11-25T07:00:00.000Z')).not.toContain('viewing');
	await database.transact((trx) => bookSlot(trx, id, slot.id, world.applicant, NOW));
	expect(await kinds(officer, NOW)).not.toContain('viewing');
	for (const hour of ['2026-11-24T23:00:00.000Z', '2026-11-25T22:59:59.999Z'])
		expect(await kinds(officer, hour)).toContain('viewing × 1');

	const taken = await database.transact((trx) => acceptOffer(trx, id, world.applicant, NOW));
	if (!taken.ok) throw new Error(taken.problem);
	expect(await kinds(officer)).toBe('await-answers × 1, register-contract × 1');
	const contract = { event: 'contract_registered', number: 'TNX26', on: '2026-11-22' } as const;
	await database.transact((trx) => recordStep(trx, taken.tenancyId, contract, officer, NOW));
	expect(await kinds(officer)).toBe('await-answers × 1, deliver-keys × 1');
	const keys = { event: 'keys_delivered', on: '2026-11-22' } as const;
	await database.transact((trx) => recordStep(trx, taken.tenancyId, keys, officer, NOW));
	expect(await kinds(officer)).toBe('await-answers × 1');
});

test('an auditor reads what the office works on, without what an auditor may not open', async () => {
	await at('closed');
	const given = { noticeId: world.noticeId, pseudonym: 'A-1', reason: 'Manca un requisito' };
	await database.transact((trx) => notifyRejection(trx, given, officer, NOW));
	expect(await kinds(await anAccount(database, 'auditor'))).toBe('prepare-round × 1');
});

test('five hundred things stay a page of groups, and a queue of pages', async () => {
	await at('signed');
	const { dwelling_id, building_id, owner_id } = await database.db
		.selectFrom('dwellings')
		.select(['id as dwelling_id', 'building_id', 'owner_id'])
		.executeTakeFirstOrThrow();
	expect(dwelling_id).toBeTruthy();
	const homes = Array.from({ length: 560 }, (_, index) => ({ id: `home-${index}`, code: `C-${index}` }));
	const rest = { building_id, owner_id, erp: 0, search: '', synthetic: 1, created_at: NOW };
	await database.db
		.insertInto('dwellings')
		.values(homes.map((home) => ({ ...home, ...rest })))
		.execute();
	await database.db
		.insertInto('tenancies')
		.values(homes.map(({ id }) => ({ id: `t-${id}`, dwelling_id: id, started_at: NOW })))
		.execute();
	const list = await readWorkList(database.db, officer, NOW, { queue: 'register-contract', page: 3 });
	expect(list.groups.find(({ kind }) => kind === 'register-contract')).toMatchObject({ count: 560, only: null });
	expect(list.queue).toMatchObject({ page: 3, pages: 23, count: 560, counted: false });
	expect(list.queue!.items).toHaveLength(25);
	const beyond = await readWorkList(database.db, officer, NOW, { queue: 'register-contract', page: 99 });
	expect(beyond.queue).toMatchObject({ page: 23 });
	expect((await readWorkList(database.db, officer, NOW, { queue: 'nonsense', page: 1 })).queue).toBeNull();
});
