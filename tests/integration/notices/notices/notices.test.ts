import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import type { Actor } from '$lib/server/platform/auth/actor';
import { changeDraft, draftNotice } from '$lib/server/notices/notices/draft-service';
import { readPlan, drawPlan } from '$lib/domain/notice/set-aside-plan';
import { commitToSetAsides, openSetAsides } from '$lib/domain/publication/sealed-round';
import { dwellingsToChoose } from '$lib/server/requests/applications/draft-service';
import { openSetAsideSecret } from '$lib/server/notices/notices/set-aside-secret';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import {
	publishedNotices,
	readNotice,
	readNoticeForStaff,
	readSetAsidePlan
} from '$lib/server/notices/notices/reading-service';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { anApprovedRuleSet } from '../../../support/builders/rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aDraft, certifiedDwellings } from '../../../support/builders/notice';
import { aBuilding, aDwelling, anActor, anOwner } from '../../../support/builders/register';

const now = '2026-10-20T08:00:00.000Z';
let database: TestDatabase;
let officer: Actor;
let manager: Actor;

beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anActor(database.db, 'officer', 'Elena Rota');
	manager = await anActor(database.db, 'manager', 'Mario Dell’Orto');
});
afterAll(() => database.close());

const draft = (changes = {}, by = officer) => database.transact((trx) => draftNotice(trx, aDraft(changes), by, now));
const drafted = async (changes = {}) => {
	const result = await draft(changes);
	if (!result.ok) throw new Error(result.problem);
	return result.id;
};
const open = (id: string, by = manager, revision = 0, at = now) =>
	database.transact((trx) => openNotice(trx, { id, revision }, by, at));

describe('a draft', () => {
	it('is written by an officer and seen by staff only', async () => {
		const id = await drafted();
		expect(await readNotice(database.db, { id, page: 1 }, null, now)).toBeUndefined();
		expect((await readNotice(database.db, { id, page: 1 }, officer, now))?.notice.phase).toBe('draft');
		expect((await publishedNotices(database.db, now)).map((notice) => notice.id)).not.toContain(id);
		expect(await draft({}, manager)).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('refuses days that make no sense and leaves nothing behind', async () => {
		const before = await database.db.selectFrom('notices').select('id').execute();
		expect(await draft({ closesOn: '2026-11-01' })).toEqual({ ok: false, problem: 'closes-before-it-opens' });
		expect(await draft({ opensOn: '2026-09-01', closesOn: '2026-10-19' })).toMatchObject({
			problem: 'closes-in-the-past'
		});
		expect(await draft({ ruleSetId: 'nessuna' })).toEqual({ ok: false, problem: 'unknown-rule-set' });
		// Public housing is for rankings made elsewhere, never for a notice of the agency's own.
		expect(await draft({ ruleSetId: 'sap-2025' })).toEqual({ ok: false, problem: 'unknown-rule-set' });
		const ended = await anApprovedRuleSet(database, 'agency-2026', (rules) => ({ ...rules, validTo: '2026-10-31' }));
		expect(await draft({ ruleSetId: ended })).toEqual({ ok: false, problem: 'rules-not-in-force' });
		expect(await draft({ dwellingIds: ['nessuno'] })).toEqual({ ok: false, problem: 'dwelling-not-free' });
		expect(await database.db.selectFrom('notices').select('id').execute()).toEqual(before);
	});

	it('takes certified dwellings outside public housing only', async () => {
		const owner_id = await anOwner(database.db);
		const building_id = await aBuilding(database.db);
		const inWorks = await aDwelling(database.db, { building_id, owner_id }, ['works_started']);
		const erp = await aDwelling(database.db, { building_id, owner_id, erp: 1 }, ['certified']);
		const let_ = await aDwelling(database.db, { building_id, owner_id }, ['certified', 'let_before_portal']);
		for (const id of [inWorks, erp, let_])
			expect(await draft({ dwellingIds: [id] })).toEqual({ ok: false, problem: 'dwelling-not-free' });
	});

	it('holds its dwellings: another draft is told which notice has one, and by whom', async () => {
		const [dwelling] = await certifiedDwellings(database, [5800]);
		const id = await drafted({ dwellingIds: [dwelling] });
		const second = await draft({ dwellingIds: [dwelling] });
		const { notice } = (await readNoticeForStaff(database.db, id, officer, now))!;
		expect(second).toMatchObject({
			ok: false,
			problem: 'dwelling-taken',
			notice: notice.code,
			by: 'Elena Rota',
			at: now
		});
	});

	it('two officers who draft with one dwelling at once: one wins, the other is told', async () => {
		const [dwelling] = await certifiedDwellings(database, [5800]);
		const tries = await Promise.all([draft({ dwellingIds: [dwelling] }), draft({ dwellingIds: [dwelling] })]);
		expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
		expect(tries.find(({ ok }) => !ok)).toMatchObject({ problem: 'dwelling-taken', by: 'Elena Rota' });
	});

	it('changed by two: the second is told it is stale, and nothing of the first is lost', async () => {
		const id = await drafted();
		const change = (titleIt: string) =>
			database.transact((trx) => changeDraft(trx, id, { ...aDraft({ titleIt }), revision: 0 }, officer, now));
		expect(await change('Primo titolo')).toEqual({ ok: true, id });
		expect(await change('Secondo titolo')).toEqual({ ok: false, problem: 'stale' });
		expect((await readNoticeForStaff(database.db, id, officer, now))?.notice).toMatchObject({
			revision: 1,
			title: { it: 'Primo titolo' }
		});
	});

	it('sets an accessible dwelling aside, first for who needs it', async () => {
		const owner_id = await anOwner(database.db);
		const building_id = await aBuilding(database.db, { step_free_entrance: 1, entrance_door_mm: 900 });
		const doors = { inner_door_mm: 800, flat_door_mm: 800, threshold_mm: 20 };
		const measures = { ...doors, corridor_mm: 1100, turning_mm: 1500, wc_side_mm: 1000, wc_front_mm: 800 };
		const accessible = { building_id, owner_id, floor: 0, shower_floor_level: 1, ...measures };
		const fit = await aDwelling(database.db, accessible, ['certified']);
		const narrow = await aDwelling(database.db, { ...accessible, corridor_mm: 990 }, ['certified']);
		const id = await drafted({ dwellingIds: [fit, narrow] });
		const { chosen } = (await readNoticeForStaff(database.db, id, officer, now))!;
		expect(chosen.find((one) => one.id === fit)?.setAside).toEqual(['wheelchair', 'reduced-mobility']);
		expect(chosen.find((one) => one.id === narrow)?.setAside).toEqual([]);
	});
});

describe('opening', () => {
	it('takes a manager who did not draft it, and freezes the rules with their hash', async () => {
		const id = await drafted({ dwellingIds: await certifiedDwellings(database, [5800]) });
		expect(await open(id, officer)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await open(id, { ...officer, role: 'manager' })).toEqual({ ok: false, problem: 'two-persons' });
		expect(await open(id)).toEqual({ ok: true });
		expect(await open(id)).toEqual({ ok: false, problem: 'already-open' });
		const { notice } = (await readNotice(database.db, { id, page: 1 }, null, now))!;
		expect(notice).toMatchObject({ phase: 'scheduled', rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect(await verifyChain(database.db)).toMatchObject({ ok: true });
	});

	it('refuses a draft without dwellings, one changed since it was read, and one already over', async () => {
		expect(await open(await drafted())).toEqual({ ok: false, problem: 'no-dwellings' });
		const id = await drafted({ dwellingIds: await certifiedDwellings(database, [5800]) });
		expect(await open(id, manager, 7)).toEqual({ ok: false, problem: 'stale' });
		expect(await open(id, manager, 0, '2026-12-01T00:00:00.000Z')).toEqual({
			ok: false,
			problem: 'closes-in-the-past'
		});
	});

	it('two managers at once: it opens once', async () => {
		const id = await drafted({ dwellingIds: await certifiedDwellings(database, [5800]) });
		const other = await anActor(database.db, 'manager');
		const tries = await Promise.allSettled([open(id), open(id, other)]);
		expect(tries.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
	});

	it('refuses when a dwelling was withdrawn since', async () => {
		const [dwelling] = await certifiedDwellings(database, [5800]);
		const id = await drafted({ dwellingIds: [dwelling] });
		await database.db
			.insertInto('dwelling_events')
			.values({ id: `w-${id}`, dwelling_id: dwelling!, event: 'withdrawn', at: now })
			.execute();
		expect(await open(id)).toEqual({ ok: false, problem: 'dwelling-not-free' });
	});
});

describe('set-asides at the opening', () => {
	it('spreads the shares of the rules by a public number, asks for it, and keeps it in the history', async () => {
		const id = await drafted({
			ruleSetId: await anApprovedRuleSet(database, 'agency-2026', (rules) => ({
				...rules,
				indigent: illustrative({ iseeMaxCents: 300_000 }),
				setAsides: illustrative([{ category: 'indigent', share: 2_000, rounding: 'up' }])
			})),
			dwellingIds: await certifiedDwellings(database, [4000, 4500, 5000])
		});
		expect(await open(id)).toEqual({ ok: false, problem: 'public-number-missing' });
		const numbered = (publicNumber: string) =>
			database.transact((trx) => openNotice(trx, { id, revision: 0, publicNumber }, manager, now));
		expect(await numbered('estratto')).toEqual({ ok: false, problem: 'public-number-missing' });
		expect(await numbered('C0FFEE0123456789')).toEqual({ ok: true });
		const { chosen } = (await readNoticeForStaff(database.db, id, officer, now))!;
		expect(chosen.filter(({ setAside }) => setAside.includes('indigent'))).toHaveLength(1);
		const opened = await database.db
			.selectFrom('notice_events')
			.select('detail')
			.where('notice_id', '=', id)
			.where('event', '=', 'opened')
			.executeTakeFirstOrThrow();
		expect(JSON.parse(opened.detail!)).toEqual({ setAsidePublicNumber: 'c0ffee0123456789' });
	});

	it('publishes how many homes are set aside by list and size, and a commitment; which ones it says nowhere', async () => {
		const { db } = database;
		const dwellingIds = await certifiedDwellings(database, [4000, 4000, 4000, 4000, 4000, 8000, 8000]);
		const id = await drafted({
			dwellingIds,
			ruleSetId: await anApprovedRuleSet(database, 'agency-2026', (rules) => ({
				...rules,
				indigent: illustrative({ iseeMaxCents: 300_000 }),
				setAsides: illustrative([{ category: 'indigent', share: 2_000, rounding: 'up' }])
			}))
		});
		expect(await readSetAsidePlan(db, id, now)).toBeNull();
		const publicNumber = 'c0ffee0123456789';
		await database.transact((trx) => openNotice(trx, { id, revision: 0, publicNumber }, manager, now));
		const text = (await readSetAsidePlan(db, id, now))!;
		const plan = readPlan(text)!;
		expect(plan.dwellings.map((one) => one.id)).toEqual(dwellingIds.toSorted());

		const shown = (await readNotice(db, { id, page: 1 }, null, now))!;
		const aside = (sizes: readonly number[], homes: number, among: number) =>
			expect.objectContaining({ category: 'indigent', sizes, homes, among });
		expect(shown.hidden).toEqual([aside([1, 4], 2, 7)]);
		expect(shown.dwellings.flatMap(({ setAside }) => setAside)).toEqual([]);
		expect((await dwellingsToChoose(db, id)).flatMap(({ setAside }) => setAside)).toEqual([]);

		const auditor = await anActor(db, 'auditor', 'Rita Revisora');
		const read = (await readNoticeForStaff(db, id, auditor, now))!;
		expect(read.chosen.flatMap(({ setAside }) => setAside)).toEqual([]);

		const secret = (await openSetAsideSecret(db, id))!;
		const labels = Object.fromEntries(
			(await readNoticeForStaff(db, id, officer, now))!.chosen.map((one) => [one.id, one.setAside])
		);
		expect(Object.fromEntries(drawPlan(plan, secret))).toEqual(labels);
		const commitment = commitToSetAsides(openSetAsides(plan, secret));
		expect(shown.notice.setAsideCommitment).toBe(commitment);
		const act = await db
			.selectFrom('audit_entries')
			.select('detail')
			.where('subject_id', '=', id)
			.where('event', '=', 'notice_opened')
			.executeTakeFirstOrThrow();
		expect(JSON.parse(act.detail!)).toMatchObject({ setAsides: commitment });
		expect(JSON.stringify([text, shown, act])).not.toContain(secret);
	});
});
