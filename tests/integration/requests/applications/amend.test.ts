import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '$lib/domain/application/answers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { beginAmendment } from '$lib/server/requests/applications/amend';
import { applyAgain } from '$lib/server/requests/applications/apply-again';
import { discardDraft, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { eachForRanking } from '$lib/server/requests/applications/for-ranking';
import { readHouseholdNames, saveHouseholdNames } from '$lib/server/requests/applications/household-names';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { myRequests, readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { remindDrafts } from '$lib/server/requests/applications/remind-drafts';
import { submitApplication, withdrawApplication } from '$lib/server/requests/applications/submission-service';
import { notifyRejection, readOpenRejection } from '$lib/server/requests/rejections/service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const SENT = '2026-11-22T10:00:00.000Z';
const NOW = '2026-11-27T12:00:00.000Z';
const LAST = '2026-11-30T22:59:59.999Z';
const LATE = '2026-11-30T23:00:00.000Z';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let homes: [string, string];
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
	homes = [notice.dwellingIds[0]!, notice.dwellingIds[1]!];
});
afterAll(() => database.close());

const household = aHousehold({
	members: [
		{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
		{ id: 'm2', relation: 'child', birthDate: '2014-02-03' }
	],
	iseeCents: 1_234_567
});
const yasmine = { givenName: 'Yasmine', familyName: 'Quaglierini', taxCode: '' };

let by: Actor;
let first: string;
beforeEach(async () => {
	by = await anActor(database.db, 'applicant', 'Nadia Haddad');
	const answers = { choices: homes, household, health: healthFacts('walker') };
	first = await aCompleteDraft(database, notice.id, by, answers, SENT);
	await database.transact((trx) => saveHouseholdNames(trx, notice.id, () => ({ m2: yasmine }), by, SENT));
	await send(first, SENT);
});

const amend = (id = first, as = by, at = NOW) => database.transact((trx) => beginAmendment(trx, id, as, at));
const save = (change: (answers: Answers) => Answers, at = NOW) =>
	database.transact((trx) => saveAnswers(trx, notice.id, change, by, at));
const turn = (answers: Answers): Answers => ({ ...answers, choices: answers.choices!.toReversed() });
const send = (draftId: string, at = NOW, replaces?: string | null) =>
	database.transact((trx) =>
		submitApplication(trx, { noticeId: notice.id, draftId, ...(replaces !== undefined && { replaces }) }, by, at)
	);
const draft = async () => (await openDraft(database.db, notice.id, by))!;
const begun = async (): Promise<string> => {
	expect(await amend()).toEqual({ ok: true, noticeId: notice.id });
	return (await draft()).id;
};
const amended = async (): Promise<string> => {
	const id = await begun();
	await save(turn);
	expect(await send(id)).toEqual({ ok: true, id });
	return id;
};
const read = async (id: string, at = NOW) => (await readRequest(database.db, id, by, at))!;
const events = async (id: string) =>
	(await database.db.selectFrom('application_events').select('event').where('application_id', '=', id).execute())
		.map(({ event }) => event)
		.toSorted();
const ended = async (id: string) => (await read(id)).ended;

describe('a request that counts', () => {
	it('is amended by a draft that starts from what was sent, and goes on counting until the draft is sent', async () => {
		await begun();
		expect((await draft()).answers).toMatchObject({
			members: household.members,
			income: { iseeCents: 1_234_567 },
			needs: { needs: { walker: true } },
			choices: homes
		});
		await save(turn);
		await amend();
		expect((await draft()).answers.choices).toEqual(homes.toReversed());
		expect(await ended(first)).toBe(false);
		expect((await myRequests(database.db, by, NOW)).drafts).toMatchObject([
			{ amends: expect.stringMatching(/^2026-\d{6}$/) }
		]);
	});

	it('is replaced in one transaction by the later version, with a receipt of its own', async () => {
		const second = await amended();
		const [before, after] = [await read(first), await read(second)];
		expect(before).toMatchObject({ ended: true, journey: { state: 'replaced' }, later: { id: second }, earlier: null });
		expect(after).toMatchObject({ ended: false, later: null, earlier: { id: first } });
		expect(after.versions.map(({ id }) => id)).toEqual([second, first]);
		expect(after.protocol).not.toBe(before.protocol);
		expect(after.choices.map(({ id }) => id)).toEqual(homes.toReversed());
		expect(before.choices.map(({ id }) => id)).toEqual(homes);
		expect(await events(first)).toEqual(['replaced', 'submitted']);
		expect(await events(second)).toEqual(['submitted']);
		const receipts = [await readReceipt(database.db, first, by, NOW), await readReceipt(database.db, second, by, NOW)];
		expect(receipts[0]!.leaf).not.toBe(receipts[1]!.leaf);
		expect((await myRequests(database.db, by, NOW)).requests.map(({ id }) => id)).toEqual([second]);
	});

	it('is replaced as often as the household likes, each version being read', async () => {
		const second = await amended();
		expect((await amend(first)).ok).toBe(false);
		expect(await amend(second)).toMatchObject({ ok: true });
		const { id: third } = await draft();
		await send(third);
		expect((await read(second)).versions.map(({ id }) => id)).toEqual([third, second, first]);
		expect(await events(second)).toEqual(['replaced', 'submitted']);
	});

	it('keeps its names, sealed, whatever the draft does with its copy of them', async () => {
		const id = await begun();
		expect(await readHouseholdNames(database.db, id)).toEqual({ m2: yasmine });
		const renamed = { m2: { ...yasmine, givenName: 'Yasmina' } };
		await database.transact((trx) => saveHouseholdNames(trx, notice.id, () => renamed, by, NOW));
		expect(await readHouseholdNames(database.db, first)).toEqual({ m2: yasmine });
		await database.transact((trx) => discardDraft(trx, notice.id, by, NOW));
		expect(await readHouseholdNames(database.db, first)).toEqual({ m2: yasmine });
		expect(await ended(first)).toBe(false);
		expect(await events(first)).toEqual(['submitted']);
	});

	it('is changed by no other draft, nor by anybody else, nor twice by the answers of an ended one', async () => {
		expect(await save(turn)).toEqual({ ok: false, problem: 'already-applied' });
		const other = await anActor(database.db, 'applicant', 'Omar Rossi');
		expect(await amend(first, other)).toEqual({ ok: false, problem: 'not-found' });
		expect(await amend(first, notice.officer)).toEqual({ ok: false, problem: 'not-allowed' });
		const second = await amended();
		expect(await database.transact((trx) => applyAgain(trx, first, by, NOW))).toMatchObject({ ok: false });
		expect(await ended(second)).toBe(false);
	});

	it('is withdrawn in its last version, and the earlier ones stay as they were', async () => {
		const second = await amended();
		const withdraw = (id: string) => database.transact((trx) => withdrawApplication(trx, id, by, NOW));
		expect(await withdraw(first)).toEqual({ ok: false, problem: 'already-ended' });
		expect(await withdraw(second)).toEqual({ ok: true });
		expect((await read(first)).journey.state).toBe('replaced');
		expect((await read(second)).journey.state).toBe('withdrawn');
	});

	it('counts once in a ranking, in its last version', async () => {
		const second = await amended();
		const seen = new Set<string>();
		await eachForRanking(database.db, notice.id, ({ id }) => seen.add(id));
		expect([seen.has(first), seen.has(second)]).toEqual([false, true]);
	});

	it('has the points of the day of its last sending', async () => {
		const before = (await read(first)).score!.total;
		const id = await begun();
		await save((answers) => ({ ...answers, income: { ...answers.income!, iseeCents: 100_000 } }));
		await send(id);
		expect((await read(id)).score!.total).not.toBe(before);
		expect((await read(first)).score!.total).toBe(before);
	});
});

describe('sending an amendment', () => {
	it('twice, or from two tabs at once, replaces once and gives the same receipt', async () => {
		const id = await begun();
		const same = { ok: true, id };
		expect(await Promise.all([send(id, NOW, first), send(id, NOW, first), send(id, NOW, first)])).toEqual([
			same,
			same,
			same
		]);
		expect(await send(id, NOW, first)).toEqual(same);
		expect((await read(id)).versions).toHaveLength(2);
	});

	it('is refused where the page spoke of another request than the one that counts now', async () => {
		const id = await begun();
		await database.transact((trx) => withdrawApplication(trx, first, by, NOW));
		expect(await send(id, NOW, first)).toEqual({ ok: false, problem: 'request-changed' });
		expect(await send(id, NOW, null)).toEqual({ ok: true, id });
		expect((await read(id)).earlier).toBeNull();
	});

	it('is possible until the last moment; a moment later it is refused and the request stands', async () => {
		const id = await begun();
		await save(turn);
		expect(await send(id, LATE)).toEqual({ ok: false, problem: 'amending-closed' });
		expect(await ended(first)).toBe(false);
		expect((await draft()).id).toBe(id);
		expect(await send(id, LAST)).toEqual({ ok: true, id });
	});

	it('is over once the notice has closed, also while a ranking is corrected', async () => {
		for (const at of [LATE, '2026-12-10T10:00:00.000Z'])
			expect(await amend(first, by, at)).toEqual({ ok: false, problem: 'amending-closed' });
		expect(await openDraft(database.db, notice.id, by)).toBeNull();
	});

	it('that breaks off leaves the request as it was', async () => {
		const id = await begun();
		const dies = database.transact(async (trx) => {
			expect(await submitApplication(trx, { noticeId: notice.id, draftId: id }, by, NOW)).toMatchObject({ ok: true });
			throw new Error('killed');
		});
		await expect(dies).rejects.toThrow('killed');
		expect(await ended(first)).toBe(false);
		expect(await events(first)).toEqual(['submitted']);
		expect(await send(id)).toEqual({ ok: true, id });
	});

	it('is refused while it asks for a home that left the notice since, and a new draft leaves that home out', async () => {
		const id = await begun();
		const left = (at: string | null) =>
			database.db
				.updateTable('notice_dwellings')
				.set({ released_at: at })
				.where('dwelling_id', '=', homes[0])
				.execute();
		await left(NOW);
		try {
			expect(await send(id)).toEqual({ ok: false, problem: 'unknown-dwelling' });
			await database.transact((trx) => discardDraft(trx, notice.id, by, NOW));
			await amend();
			expect((await draft()).answers.choices).toEqual([homes[1]]);
		} finally {
			await left(null);
		}
	});

	it('takes a notice of rejection along, so that nobody is excluded or forgotten by a correction', async () => {
		const { pseudonym } = await read(first);
		const input = { noticeId: notice.id, pseudonym, reason: 'Manca un requisito.' };
		const notify = (code: string) =>
			database.transact((trx) => notifyRejection(trx, { ...input, pseudonym: code }, notice.officer, NOW));
		expect(await notify(pseudonym)).toMatchObject({ ok: true });
		const second = await amended();
		expect(await readOpenRejection(database.db, second)).toMatchObject({ reason: 'Manca un requisito.' });
		expect(await readOpenRejection(database.db, first)).toBeNull();
		expect(await notify(pseudonym)).toEqual({ ok: false, problem: 'replaced', code: (await read(second)).pseudonym });
	});

	it('tells the household of it, and reminds it of a correction that is not sent', async () => {
		const id = await begun();
		const subjects = async () =>
			(await database.db.selectFrom('messages').selectAll().where('account_id', '=', by.id).execute()).length;
		const before = await subjects();
		await database.transact((trx) => remindDrafts(trx, '2026-11-29T12:00:00.000Z'));
		expect(await subjects()).toBe(before + 1);
		await send(id);
		expect(await subjects()).toBe(before + 2);
	});
});
