import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endOfDay } from '$lib/domain/calendar/deadline';
import { newId } from '$lib/server/ids';
import { closeProposedChange, proposeChange, type AskedChange } from '$lib/server/notices/changes/service';
import { discardDraft, draftNotice } from '$lib/server/notices/notices/draft-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import * as publicPage from '../../../../src/routes/(public)/notices/[id]/+page.server';
import PublicPage from '../../../../src/routes/(public)/notices/[id]/+page.svelte';
import * as staffPage from '../../../../src/routes/(staff)/staff/notices/[id]/changes/+page.server';
import StaffPage from '../../../../src/routes/(staff)/staff/notices/[id]/changes/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';

const CLOSES = endOfDay('2026-11-25');
const LATER = endOfDay('2026-11-30');
const WHY = 'Il portale è stato fermo per due giorni.';
const extension: AskedChange = { kind: 'extension', closesOn: '2026-11-30', beaconSource: 'Lotto del 2 dicembre' };

let database: TestDatabase;
let officer: Actor, colleague: Actor, manager: Actor;
let params: { id: string };
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Ugo Neri');
	manager = await anAccount(database, 'manager', 'Paola Viola');
});
afterAll(() => database.close());
beforeEach(async () => {
	servePages(database, NOW);
	const { noticeId } = await aClosedNotice(database, { applications: [], closesAt: CLOSES, beacon: null });
	params = { id: noticeId };
});

const notice = async () => (await findNotice(database.db, params.id))!;
async function propose(asked: AskedChange, { by = officer, id = newId(), at = NOW } = {}) {
	const { revision } = await notice();
	return database.transact((trx) =>
		proposeChange(trx, { id, noticeId: params.id, revision, asked, reason: WHY }, by, at)
	);
}
const close = (id: string, outcome: 'confirmed' | 'dropped', by = manager, at = NOW) =>
	database.transact((trx) => closeProposedChange(trx, { id, noticeId: params.id, outcome }, by, at));
async function proposed(asked = extension, by = officer) {
	const id = newId();
	expect(await propose(asked, { id, by })).toEqual({ ok: true });
	return id;
}

describe('more time', () => {
	test('counts once a second person confirms it, and not before', async () => {
		const id = await proposed();
		expect((await notice()).closesAt).toBe(CLOSES);
		const { revision } = await notice();
		expect(await close(id, 'confirmed')).toEqual({ ok: true });
		expect(await notice()).toMatchObject({
			closesAt: LATER,
			beaconSource: 'Lotto del 2 dicembre',
			revision: revision + 1
		});
		const events = await database.db
			.selectFrom('audit_entries')
			.select(['event', 'actor_id as by'])
			.where('subject_id', '=', params.id)
			.orderBy('seq')
			.execute();
		expect(events).toEqual([
			{ event: 'notice_change_proposed', by: officer.id },
			{ event: 'notice_amended', by: manager.id }
		]);
	});

	test('is confirmed by nobody who proposed it, and by no officer', async () => {
		const id = await proposed(extension, manager);
		expect(await close(id, 'confirmed')).toMatchObject({ problem: 'same-person' });
		expect(await close(id, 'confirmed', officer)).toMatchObject({ problem: 'not-allowed' });
		expect((await notice()).closesAt).toBe(CLOSES);
		const query = database.db.updateTable('notice_changes').where('id', '=', id);
		const forced = query.set({ outcome: 'confirmed', closed_by: manager.id, closed_at: NOW });
		await expect(forced.execute()).rejects.toThrow();
	});

	test('a second click, of whoever proposes or confirms, finds the first', async () => {
		const id = newId();
		const clicks = await Promise.all([propose(extension, { id }), propose(extension, { id })]);
		expect(clicks).toEqual([{ ok: true }, { ok: true }]);
		const confirmed = await Promise.all([close(id, 'confirmed'), close(id, 'confirmed')]);
		expect(confirmed).toEqual([{ ok: true }, { ok: true }]);
		expect((await notice()).revision).toBe(1);
		expect(await close(id, 'dropped')).toMatchObject({ problem: 'closed-already', who: 'Paola Viola', at: NOW });
	});

	test('one change waits at a time, and the second person reads who was first', async () => {
		const id = await proposed();
		const second = await propose(extension, { by: colleague });
		expect(second).toMatchObject({ ok: false, problem: 'waits-already', who: 'Franca Riva' });
		expect(await close(id, 'dropped', colleague)).toMatchObject({ problem: 'not-allowed' });
		expect(await close(id, 'dropped', officer)).toEqual({ ok: true });
		expect(await propose(extension, { by: colleague })).toEqual({ ok: true });
	});

	test('of two that race for the same notice, one waits', async () => {
		const both = await Promise.all([propose(extension), propose(extension, { by: colleague })]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('comes too late once the notice has closed, or its receipts are sealed', async () => {
		const id = await proposed();
		const after = endOfDay('2026-11-26');
		expect(await close(id, 'confirmed', manager, after)).toMatchObject({ problem: 'not-open' });
		await database.transact((trx) => sealReceipts(trx, params.id, after));
		expect(await close(id, 'confirmed', manager, NOW)).toMatchObject({ problem: 'not-open' });
		expect((await notice()).closesAt).toBe(CLOSES);
	});

	test('names a later round of drand where the old one would be known', async () => {
		const drand = {
			beacon_kind: 'drand',
			beacon_chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'
		};
		const old = { ...drand, beacon_kind: 'drand' as const, beacon_round: 34_000_000 };
		await database.transact((trx) => trx.updateTable('notices').set(old).where('id', '=', params.id).execute());
		await close(await proposed(), 'confirmed');
		const { beaconOrigin, beaconSource } = await notice();
		if (beaconOrigin.kind !== 'drand') throw new Error('the notice has a drand round');
		expect(beaconOrigin.round).toBeGreaterThan(34_000_000);
		expect(beaconSource).toBe(`drand quicknet, ${beaconOrigin.round}`);
	});
});

describe('the pages', () => {
	const staff = async (as: Actor, form: unknown = null) =>
		wordsOf(await shown(StaffPage, (await read([staffPage.load], { as, params })).data, { params, form }));
	const citizen = async () =>
		wordsOf(await shown(PublicPage, (await read([publicPage.load], { as: null, params })).data, { params }));

	test('keep what was typed, propose, confirm, and show everybody what changed and why', async () => {
		const { revision } = await notice();
		const fields = { id: newId(), revision: String(revision), closesOn: '2026-11-25', beaconSource: 'Lotto' };
		const empty = await post(staffPage.actions.extend, { ...fields, reason: 'No' }, { as: officer, params });
		expect(empty).toMatchObject({ status: 422, data: { values: { closesOn: '2026-11-25', reason: 'No' } } });
		const early = await post(staffPage.actions.extend, { ...fields, reason: WHY }, { as: officer, params });
		expect(early.data?.problem).toContain('dopo quello di ora');
		expect(await staff(officer, early.data)).toContain(WHY);
		const good = { ...fields, closesOn: '2026-11-30', reason: WHY };
		expect(await post(staffPage.actions.extend, good, { as: officer, params })).toMatchObject({ status: 303 });
		expect(await citizen()).not.toContain(WHY);
		expect(await staff(officer)).not.toContain('Conferma la modifica');
		expect(await staff(manager)).toContain('Conferma la modifica');
		const confirm = { id: fields.id, outcome: 'confirmed' };
		expect(await post(staffPage.actions.close, confirm, { as: manager, params })).toMatchObject({ status: 303 });
		const page = await citizen();
		for (const words of ['Che cosa è cambiato', WHY, '25 novembre 2026', '30 novembre 2026'])
			expect(page).toContain(words);
		for (const person of ['Franca Riva', 'Paola Viola']) expect(page).not.toContain(person);
		expect(await staff(officer)).toContain('Confermata da Paola Viola');
	});

	test('correct a text, never over a correction that came first', async () => {
		const { revision, title, summary } = await notice();
		const texts = {
			titleIt: title.it,
			titleEn: title.en,
			summaryIt: 'Tre case in via Hermada',
			summaryEn: 'Three homes'
		};
		const fields = { id: newId(), revision: String(revision), ...texts, textsReason: WHY };
		const correct = (more: object) => post(staffPage.actions.correct, { ...fields, ...more }, { as: officer, params });
		expect(await correct({})).toMatchObject({ status: 303 });
		await close(fields.id, 'confirmed');
		expect((await notice()).summary).toEqual({ it: 'Tre case in via Hermada', en: 'Three homes' });
		const stale = await correct({ id: newId(), summaryIt: 'Due case in via Hermada' });
		expect(stale).toMatchObject({ status: 409, data: { values: { summaryIt: 'Due case in via Hermada' } } });
		const same = await correct({ id: newId(), revision: String(revision + 1) });
		expect(same.data?.problem).toContain('uguali a prima');
		expect(await citizen()).toContain(summary.it);
	});
});

describe('a draft', () => {
	const draft = {
		...{ titleIt: 'Alloggi', titleEn: 'Homes', summaryIt: 'Tre case', summaryEn: 'Three homes' },
		...{ ruleSetId: 'agency-2026', opensOn: '2026-12-01', closesOn: '2026-12-20', maxChoices: 5, offerDays: 10 },
		...{ beaconSource: 'Lotto', beaconOrigin: { kind: 'draw' as const }, dwellingIds: [] }
	};
	const discard = (id: string, by = officer) => database.transact((trx) => discardDraft(trx, id, by, NOW));

	test('is discarded once, and a published notice never', async () => {
		const made = await database.transact((trx) => draftNotice(trx, draft, officer, NOW));
		if (!made.ok) throw new Error(made.problem);
		expect(await Promise.all([discard(made.id), discard(made.id)])).toEqual([{ ok: true }, { ok: true }]);
		expect(await findNotice(database.db, made.id)).toMatchObject({ withdrawnAt: NOW });
		expect(await discard(params.id)).toMatchObject({ problem: 'already-open' });
	});
});
