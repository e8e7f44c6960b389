import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	eventTable,
	homeEvents,
	removalKinds,
	type HomeEvent,
	type RemovalKind
} from '$lib/domain/dwelling/home-events';
import { promiseStages, type PromiseStage } from '$lib/domain/dwelling/promise-stage';
import { gather } from '$lib/server/allocation/what-if/gather';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { changeDwelling, dwellingToEdit } from '$lib/server/homes/dwellings/edit-service';
import { checkStaged, checkUpload, importStaged, stageImport } from '$lib/server/homes/imports/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { confirmRemoval, proposeRemoval } from '$lib/server/letting/removals/service';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { dwellingsToChoose } from '$lib/server/requests/applications/draft-service';
import { NOW } from '../../../support/builders/closed-notice';
import { anOwner } from '../../../support/builders/register';
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

const REASON = 'Verbale 12/2026: acqua in tutte le stanze';
const isRemoval = (event: HomeEvent): event is RemovalKind => (removalKinds as readonly HomeEvent[]).includes(event);
const propose = (world: World, kind: RemovalKind, by: Actor = world.officer) =>
	database.transact((trx) =>
		proposeRemoval(trx, { dwellingId: world.home, kind, on: '2026-11-20', reason: REASON }, by, NOW)
	);
const confirm = (world: World, id: string, by: Actor = world.manager) =>
	database.transact((trx) => confirmRemoval(trx, { dwellingId: world.home, id }, by, NOW));
const codeOf = async ({ noticeId }: World) => (await findNotice(database.db, noticeId))!.code;
const idsIn = async (world: World) => (await listNoticeDwellings(database.db, world.noticeId)).map(({ id }) => id);
const mailsTo = (actor: Actor) =>
	database.db.selectFrom('outbox').selectAll().where('recipient', '=', `${actor.id}@chiavi.example`).execute();
const offersOf = (dwelling: string) =>
	database.db
		.selectFrom('offers')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '=', 'withdrawn')
		)
		.select(['offers.released_at as releasedAt', 'offer_events.justified'])
		.where('offers.dwelling_id', '=', dwelling)
		.execute();

/** Everything of a home that an event may change. */
async function standing({ home, noticeId }: World) {
	const { db } = database;
	const of = 'dwelling_id';
	return {
		register: await db.selectFrom('dwellings').selectAll().where('id', '=', home).execute(),
		events: await db.selectFrom('dwelling_events').selectAll().where(of, '=', home).execute(),
		notice: await db.selectFrom('notice_dwellings').selectAll().where(of, '=', home).execute(),
		revision: (await findNotice(db, noticeId))!.revision,
		offers: await offersOf(home),
		tenancies: await db.selectFrom('tenancies').selectAll().where(of, '=', home).execute()
	};
}

const cells = homeEvents.flatMap((event) =>
	promiseStages.map((stage) => [event, stage, eventTable[event][stage]] as const)
);

describe('every event of a home at every stage of its promise', () => {
	const removals = cells.filter(([event]) => isRemoval(event));
	test.each(removals.filter(([, , { does }]) => does === 'refused'))('%s, %s: refused', async (kind, stage) => {
		const world = await aHomeAt(database, stage);
		const before = await standing(world);
		expect(await propose(world, kind as RemovalKind)).toEqual({
			ok: false,
			problem: 'contract',
			notice: await codeOf(world)
		});
		expect(await standing(world)).toEqual(before);
	});

	test.each(removals.filter(([, , { does }]) => does === 'leaves'))('%s, %s: leaves', async (event, stage, cell) => {
		if (cell.does !== 'leaves') throw new Error('filtered');
		const kind = event as RemovalKind;
		const world = await aHomeAt(database, stage);
		const { revision } = (await findNotice(database.db, world.noticeId))!;
		const proposed = await propose(world, kind);
		if (!proposed.ok) throw new Error(proposed.problem);
		expect(proposed.done).toBe(cell.persons === 1);
		if (cell.persons === 2) await waitsAndIsConfirmed(world, kind, proposed.id, stage);
		expect(await idsIn(world)).toEqual([world.other]);
		if (stage !== 'draft') expect(await dwellingsToChoose(database.db, world.noticeId)).toHaveLength(1);
		else await draftIsReadAgain(world, revision);
		await holderIsFree(world, cell.ends);
		await householdsAreTold(world, kind, cell.told);
		if (stage !== 'draft' && stage !== 'open') await nextVersionLeavesItOut(world, stage);
	});

	test.each(cells.filter(([event]) => !isRemoval(event)))('%s, %s, by the form', async (event, stage, cell) => {
		const world = await aHomeAt(database, stage);
		const before = await standing(world);
		const changed = await changeByForm(world, event);
		if (cell.does === 'refused') {
			expect(changed).toMatchObject({ ok: false, problem: 'promised', notices: [await codeOf(world)] });
			expect(await standing(world)).toEqual(before);
			return;
		}
		expect(changed).toMatchObject({ ok: true });
		await draftIsReadAgain(world, before.revision);
	});

	test.each(cells)('%s, %s, by a file', async (event, stage, cell) => {
		const world = await aHomeAt(database, stage);
		const before = await standing(world);
		const { report, imported } = await changeByFile(world, event);
		if (isRemoval(event)) {
			expect(report.problems).toEqual([{ problem: 'column-unknown', about: 'tolto_il' }]);
		} else if (cell.does === 'refused') {
			const notices = [await codeOf(world)];
			expect(report.errors).toMatchObject([{ problem: 'cell-promised', notices }]);
		}
		expect(imported).toBe(!isRemoval(event) && cell.does === 'placed-again');
		if (!imported) expect(await standing(world)).toEqual(before);
		else await draftIsReadAgain(world, before.revision);
	});
});

/** The first person cannot confirm; meanwhile the home is offered to nobody; a second click adds nothing. */
async function waitsAndIsConfirmed(world: World, kind: RemovalKind, id: string, stage: PromiseStage) {
	expect(await propose(world, kind)).toEqual({ ok: true, id, done: false });
	expect(await propose(world, kind, world.manager)).toMatchObject({ problem: 'removal-waits', who: 'Ottavia Ufficio' });
	expect(await confirm(world, id, world.applicant)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await confirm(world, id, world.officer)).toEqual({ ok: false, problem: 'same-person' });
	expect(await idsIn(world)).toContain(world.home);
	if (stage === 'ranked') {
		const input = { roundId: world.roundId!, only: ['A-1'] };
		const made = await database.transact((trx) => makeOffers(trx, input, world.officer, NOW));
		expect(made).toEqual({ ok: false, problem: 'held-back', obstacles: [{ because: 'leaving' }] });
	}
	const byHand = stage === 'draft' ? [] : [`${world.noticeId}-1`, `${world.noticeId}-2`];
	const removed = await confirm(world, id);
	if (!removed.ok) throw new Error(removed.problem);
	expect({ ...removed, byHand: removed.byHand.toSorted() }).toEqual({
		ok: true,
		told: stage === 'draft' ? 0 : 1,
		byHand
	});
	expect(await confirm(world, id)).toEqual({ ok: true, told: 0, byHand: [] });
}

async function draftIsReadAgain({ noticeId, manager }: World, revision: number) {
	expect((await findNotice(database.db, noticeId))!.revision).toBeGreaterThan(revision);
	const opened = await database.transact((trx) => openNotice(trx, { id: noticeId, revision }, manager, NOW));
	expect(opened).toEqual({ ok: false, problem: 'stale' });
}

async function holderIsFree({ home }: World, ends: 'nothing' | 'offer' | 'offer-and-tenancy') {
	const offers = await offersOf(home);
	expect(offers).toEqual(ends === 'nothing' ? [] : [{ releasedAt: NOW, justified: 1 }]);
	const live = await database.db
		.selectFrom('tenancies')
		.select('id')
		.where('dwelling_id', '=', home)
		.where('ended_at', 'is', null)
		.execute();
	expect(live).toEqual([]);
}

async function householdsAreTold({ applicant }: World, kind: RemovalKind, told: string) {
	const mails = (await mailsTo(applicant)).filter(({ subject }) => subject.includes('non c’è più'));
	expect(mails).toHaveLength(told === 'nobody' ? 0 : 1);
	for (const { body } of mails) {
		expect(body).toContain('Via Hermada 2');
		expect(body).not.toContain(REASON);
		expect(body!.includes('tieni il tuo posto')).toBe(told === 'listed-and-holder');
		if (kind === 'damaged') expect(body).toContain('è danneggiata');
	}
}

/** No file, result, offer or imagined round of what comes after has the home, and its verification holds. */
async function nextVersionLeavesItOut(world: World, stage: PromiseStage) {
	const { db, transact } = database;
	const { noticeId, home, other, officer, manager } = world;
	if (world.roundId) {
		const old = await transact((trx) => makeOffers(trx, { roundId: world.roundId! }, officer, NOW));
		expect(old).toEqual({ ok: false, problem: 'home-left-ranking' });
	}
	const imagined = await gather(db, noticeId, { change: { kind: 'none' }, dropOutPercent: 10 }, NOW);
	if (!imagined.ok) throw new Error(imagined.problem);
	expect(JSON.stringify(imagined.whatIf.round)).not.toContain(home);
	const next = await publishNext(database, noticeId, officer, manager);
	const version = world.roundId ? 2 : 1;
	const { failed, round, result, publication, statement } = await verifyKeptVersion(db, noticeId, version);
	expect(failed).toEqual([]);
	for (const text of [round, result, publication, statement]) expect(text).not.toContain(home);
	// The version before still says what it said.
	if (world.roundId) expect(await verifyKeptVersion(db, noticeId, 1)).toMatchObject({ failed: [] });
	const { assignments } = JSON.parse(result) as { assignments: { application: string; dwelling: string }[] };
	const [holder] = assignments;
	expect(assignments).toHaveLength(1);
	expect(holder!.dwelling).toBe(other);
	// Without an offer the place decides, and A-1 has the best. A household that has an offer keeps it.
	if (stage === 'closed' || stage === 'ranked') expect(holder!.application).toBe('A-1');
	else expect(holder!.application).not.toBe('A-1');
	await transact((trx) => makeOffers(trx, { roundId: next }, officer, NOW));
	expect((await offersOf(home)).filter(({ releasedAt }) => releasedAt === null)).toEqual([]);
	expect(await workOutRound(db, noticeId, NOW)).toMatchObject({ problem: 'nothing-changed' });
}

async function changeByForm(world: World, event: HomeEvent) {
	const { facts, version } = (await dwellingToEdit(database.db, world.home, noticePromises))!;
	const { buildingId: _, code: __, ...rest } = facts;
	const owner = event === 'owner-changed' && { ownerId: await anOwner(database.db, `ALER ${world.home}`) };
	// The area of a certified home is frozen, so another fact is corrected.
	const floor = event === 'facts-corrected' && { floor: (facts.floor ?? 0) + 1 };
	const form = { ...rest, version, ...owner, ...floor };
	return database.transact((trx) => changeDwelling(trx, form, noticePromises, world.officer, NOW));
}

/** A file of one row that tells `event` of the home. */
async function fileOf(world: World, event: HomeEvent): Promise<Buffer> {
	const { db } = database;
	const { facts } = (await dwellingToEdit(db, world.home, noticePromises))!;
	const owner = event === 'owner-changed' ? await anOwner(db, `ALER ${world.home}`) : facts.ownerId;
	const { code, municipality } = await db
		.selectFrom('buildings')
		.select(['code', 'municipality'])
		.where('id', '=', facts.buildingId)
		.executeTakeFirstOrThrow();
	const floor = event === 'facts-corrected' ? (facts.floor ?? 0) + 1 : (facts.floor ?? '');
	const columns = ['codice_edificio', 'comune', 'codice_alloggio', 'proprieta', 'erp', 'piano'];
	const cells = [code, municipality, facts.code, owner, 'no', String(floor)];
	if (isRemoval(event)) {
		columns.push('tolto_il');
		cells.push('20/11/2026');
	}
	return Buffer.from(`${columns.join(';')}\n${cells.join(';')}\n`);
}

async function changeByFile(world: World, event: HomeEvent) {
	const { db, transact } = database;
	const bytes = await fileOf(world, event);
	const checked = await checkUpload(db, { name: 'case.csv', bytes }, noticePromises, NOW);
	const staged = await transact((trx) => stageImport(trx, checked, world.officer, NOW));
	if (!staged.ok) throw new Error(staged.problem);
	const ready = await checkStaged(db, staged.id, world.officer, NOW);
	const done = ready.ok
		? await transact((trx) => importStaged(trx, staged.id, ready.file, noticePromises, world.officer, NOW))
		: ready;
	return { report: checked.report, imported: done.ok };
}
