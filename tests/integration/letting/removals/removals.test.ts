import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RemovalKind } from '$lib/domain/dwelling/home-events';
import { promiseStages } from '$lib/domain/dwelling/promise-stage';
import { approveRound, prepareRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { recordMilestone } from '$lib/server/homes/dwellings/milestone-service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { confirmRemoval, dismissRemoval, endRemoval, proposeRemoval } from '$lib/server/letting/removals/service';
import { listFreeDwellings, listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aHomeAt } from '../../../support/home-at-stage';
import { publishNext } from '../../../support/published-round';
import { verifyKeptVersion } from '../../../support/verify-kept-version';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

type World = Awaited<ReturnType<typeof aHomeAt>>;

const propose = (world: World, kind: RemovalKind, by: Actor = world.officer) =>
	database.transact((trx) =>
		proposeRemoval(trx, { dwellingId: world.home, kind, on: '2026-11-20', reason: 'Verbale 12/2026' }, by, NOW)
	);
const confirm = (world: World, id: string, by: Actor = world.manager) =>
	database.transact((trx) => confirmRemoval(trx, { dwellingId: world.home, id }, by, NOW));
const codeOf = async ({ noticeId }: World) => (await findNotice(database.db, noticeId))!.code;
const idsIn = async (world: World) => (await listNoticeDwellings(database.db, world.noticeId)).map(({ id }) => id);

describe('the other roads of a withdrawal', () => {
	const record = (world: World, event: 'withdrawn' | 'let_before_portal') =>
		database.transact((trx) =>
			recordMilestone(
				trx,
				{ dwellingId: world.home, event, on: '2026-11-20', document: null },
				noticePromises,
				world.officer,
				NOW
			)
		);

	test.each(promiseStages)('the list of milestones refuses it and names the notice: %s', async (stage) => {
		const world = await aHomeAt(database, stage);
		const notices = [await codeOf(world)];
		expect(await record(world, 'withdrawn')).toEqual({ ok: false, problem: 'dwelling-promised', notices });
		expect(await record(world, 'let_before_portal')).toEqual({ ok: false, problem: 'dwelling-promised', notices });
	});

	test('a certified home outside any notice takes two persons too', async () => {
		const world = await aHomeAt(database, 'draft');
		await database.db.deleteFrom('notice_dwellings').where('notice_id', '=', world.noticeId).execute();
		expect(await record(world, 'withdrawn')).toEqual({ ok: false, problem: 'two-persons' });
		const proposed = await propose(world, 'withdrawn');
		expect(proposed).toMatchObject({ ok: true, done: false });
		expect(await confirm(world, proposed.ok ? proposed.id : '')).toEqual({ ok: true, told: 0, byHand: [] });
	});
});

describe('a removal', () => {
	test('that is dismissed leaves the home where it is', async () => {
		const world = await aHomeAt(database, 'ranked');
		const proposed = await propose(world, 'damaged');
		const id = proposed.ok ? proposed.id : '';
		const which = { dwellingId: world.home, id };
		expect(await database.transact((trx) => dismissRemoval(trx, which, world.officer, NOW))).toEqual({ ok: true });
		expect(await confirm(world, id)).toEqual({ ok: false, problem: 'closed-already' });
		expect(await idsIn(world)).toContain(world.home);
		const made = await database.transact((trx) => makeOffers(trx, { roundId: world.roundId! }, world.officer, NOW));
		expect(made).toMatchObject({ ok: true, made: 2 });
	});

	test('is judged again when it is confirmed: a contract signed meanwhile stops it', async () => {
		const world = await aHomeAt(database, 'signed');
		const { db } = database;
		const contract = await db
			.selectFrom('tenancy_events')
			.innerJoin('tenancies', 'tenancies.id', 'tenancy_events.tenancy_id')
			.selectAll('tenancy_events')
			.where('tenancies.dwelling_id', '=', world.home)
			.where('event', '=', 'contract_registered')
			.executeTakeFirstOrThrow();
		await db.deleteFrom('tenancy_events').where('id', '=', contract.id).execute();
		const proposed = await propose(world, 'damaged');
		await db.insertInto('tenancy_events').values(contract).execute();
		expect(await confirm(world, proposed.ok ? proposed.id : '')).toMatchObject({ ok: false, problem: 'contract' });
		expect(await idsIn(world)).toContain(world.home);
	});

	test('that lasts keeps the home out of new notices until it is over', async () => {
		const world = await aHomeAt(database, 'draft');
		const proposed = await propose(world, 'damaged');
		const free = async () => (await listFreeDwellings(database.db, null)).map(({ id }) => id);
		expect(await free()).not.toContain(world.home);
		const which = { dwellingId: world.home, id: proposed.ok ? proposed.id : '' };
		expect(await database.transact((trx) => endRemoval(trx, which, world.manager, NOW))).toEqual({ ok: true });
		expect(await free()).toContain(world.home);
	});

	test('of a version that waits for approval: that version is never published, and another takes its place', async () => {
		const world = await aHomeAt(database, 'closed');
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const kept = await database.transact((trx) => prepareRound(trx, out.worked, world.officer, NOW));
		const proposed = await propose(world, 'withdrawn');
		await confirm(world, proposed.ok ? proposed.id : '');
		const id = kept.ok ? kept.id : '';
		const approved = await database.transact((trx) => approveRound(trx, id, world.manager, NOW));
		expect(approved).toEqual({ ok: false, problem: 'home-left' });
		await publishNext(database, world.noticeId, world.officer, world.manager);
		expect((await verifyKeptVersion(database.db, world.noticeId, 2)).failed).toEqual([]);
	});

	test('between working a version out and keeping it: it is worked out again', async () => {
		const world = await aHomeAt(database, 'closed');
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const proposed = await propose(world, 'damaged');
		await confirm(world, proposed.ok ? proposed.id : '');
		const kept = await database.transact((trx) => prepareRound(trx, out.worked, world.officer, NOW));
		expect(kept).toEqual({ ok: false, problem: 'changed-meanwhile' });
	});
});
