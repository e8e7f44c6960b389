import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { applyAgain } from '$lib/server/requests/applications/apply-again';
import { discardDraft } from '$lib/server/requests/applications/draft-service';
import { eachForRanking } from '$lib/server/requests/applications/for-ranking';
import { readHouseholdNames, saveHouseholdNames } from '$lib/server/requests/applications/household-names';
import { myRequests, readReceipt } from '$lib/server/requests/applications/reading-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aSentRequest, household, NOW, turn, yasmine } from '../../../support/builders/amendment';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let homes: string[];
let sent: Awaited<ReturnType<typeof aSentRequest>>;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
	homes = notice.dwellingIds.slice(0, 2);
});
afterAll(() => database.close());
beforeEach(async () => {
	sent = await aSentRequest(database, notice);
});

describe('a request that counts', () => {
	it('is amended by a draft that starts from what was sent, and goes on counting until the draft is sent', async () => {
		await sent.begun();
		expect((await sent.draft()).answers).toMatchObject({
			members: household.members,
			income: { iseeCents: 1_234_567 },
			needs: { needs: { walker: true } },
			choices: homes
		});
		await sent.save(turn);
		await sent.amend();
		expect((await sent.draft()).answers.choices).toEqual(homes.toReversed());
		expect((await sent.read(sent.first)).ended).toBe(false);
		expect((await myRequests(database.db, sent.by, NOW)).drafts).toMatchObject([
			{ amends: expect.stringMatching(/^2026-\d{6}$/) }
		]);
	});

	it('is replaced in one transaction by the later version, with a receipt of its own', async () => {
		const second = await sent.amended();
		const [before, after] = [await sent.read(sent.first), await sent.read(second)];
		expect(before).toMatchObject({ ended: true, journey: { state: 'replaced' }, later: { id: second }, earlier: null });
		expect(after).toMatchObject({ ended: false, later: null, earlier: { id: sent.first } });
		expect(after.versions.map(({ id }) => id)).toEqual([second, sent.first]);
		expect(after.protocol).not.toBe(before.protocol);
		expect(after.choices.map(({ id }) => id)).toEqual(homes.toReversed());
		expect(before.choices.map(({ id }) => id)).toEqual(homes);
		expect(await sent.events(sent.first)).toEqual(['replaced', 'submitted']);
		expect(await sent.events(second)).toEqual(['submitted']);
		const receipts = [
			await readReceipt(database.db, sent.first, sent.by, NOW),
			await readReceipt(database.db, second, sent.by, NOW)
		];
		expect(receipts[0]!.leaf).not.toBe(receipts[1]!.leaf);
		expect((await myRequests(database.db, sent.by, NOW)).requests.map(({ id }) => id)).toEqual([second]);
	});

	it('is replaced as often as the household likes, each version being read', async () => {
		const second = await sent.amended();
		expect((await sent.amend(sent.first)).ok).toBe(false);
		expect(await sent.amend(second)).toMatchObject({ ok: true });
		const { id: third } = await sent.draft();
		await sent.send(third);
		expect((await sent.read(second)).versions.map(({ id }) => id)).toEqual([third, second, sent.first]);
		expect(await sent.events(second)).toEqual(['replaced', 'submitted']);
	});

	it('keeps its names, sealed, whatever the draft does with its copy of them', async () => {
		const id = await sent.begun();
		expect(await readHouseholdNames(database.db, id)).toEqual({ m2: yasmine });
		const renamed = { m2: { ...yasmine, givenName: 'Yasmina' } };
		await database.transact((trx) => saveHouseholdNames(trx, notice.id, () => renamed, sent.by, NOW));
		expect(await readHouseholdNames(database.db, sent.first)).toEqual({ m2: yasmine });
		await database.transact((trx) => discardDraft(trx, notice.id, sent.by, NOW));
		expect(await readHouseholdNames(database.db, sent.first)).toEqual({ m2: yasmine });
		expect((await sent.read(sent.first)).ended).toBe(false);
		expect(await sent.events(sent.first)).toEqual(['submitted']);
	});

	it('is changed by no other draft, nor by anybody else, nor twice by the answers of an ended one', async () => {
		expect(await sent.save(turn)).toEqual({ ok: false, problem: 'already-applied' });
		const other = await anActor(database.db, 'applicant', 'Omar Rossi');
		expect(await sent.amend(sent.first, other)).toEqual({ ok: false, problem: 'not-found' });
		expect(await sent.amend(sent.first, notice.officer)).toEqual({ ok: false, problem: 'not-allowed' });
		const second = await sent.amended();
		expect(await database.transact((trx) => applyAgain(trx, sent.first, sent.by, NOW))).toMatchObject({ ok: false });
		expect((await sent.read(second)).ended).toBe(false);
	});

	it('is withdrawn in its last version, and the earlier ones stay as they were', async () => {
		const second = await sent.amended();
		const withdraw = (id: string) => database.transact((trx) => withdrawApplication(trx, id, sent.by, NOW));
		expect(await withdraw(sent.first)).toEqual({ ok: false, problem: 'already-ended' });
		expect(await withdraw(second)).toEqual({ ok: true });
		expect((await sent.read(sent.first)).journey.state).toBe('replaced');
		expect((await sent.read(second)).journey.state).toBe('withdrawn');
	});

	it('counts once in a ranking, in its last version', async () => {
		const second = await sent.amended();
		const seen = new Set<string>();
		await eachForRanking(database.db, notice.id, ({ id }) => seen.add(id));
		expect([seen.has(sent.first), seen.has(second)]).toEqual([false, true]);
	});

	it('has the points of the day of its last sending', async () => {
		const before = (await sent.read(sent.first)).score!.total;
		const id = await sent.begun();
		await sent.save((answers) => ({ ...answers, income: { ...answers.income!, iseeCents: 100_000 } }));
		await sent.send(id);
		expect((await sent.read(id)).score!.total).not.toBe(before);
		expect((await sent.read(sent.first)).score!.total).toBe(before);
	});
});
