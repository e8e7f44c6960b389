import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { isUniqueViolation } from '$lib/server/platform/db/first-wins';
import { readForm } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { myRequests, readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { SENDING, sendingActs } from '../../../support/builders/sending';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = SENDING;
const lastMoment = '2026-11-30T22:59:59.999Z';
const oneMomentLate = '2026-11-30T23:00:00.000Z';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let suits: string;
let tooLarge: string;

beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 3000, 4000]);
	[suits, tooLarge] = notice.dwellingIds as [string, string];
});
afterAll(() => database.close());

const { applicant, send, sent, save } = sendingActs(() => ({ database, noticeId: notice.id, home: suits }));

describe('sending', () => {
	it('gives a protocol number, a pseudonym and a leaf that anyone can compute again', async () => {
		const by = await applicant();
		const id = await sent(by, { health: healthFacts('walker') });
		const receipt = (await readReceipt(database.db, id, by, now))!;
		expect(receipt.request.protocol).toMatch(/^2026-\d{6}$/);
		expect(receipt.request.pseudonym).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
		const again = createHash('sha256').update(Buffer.from(receipt.salt, 'hex')).update(receipt.declared!).digest('hex');
		expect(again).toBe(receipt.leaf);
		expect(JSON.parse(receipt.declared!)).toMatchObject({ choices: [suits], health: { needs: ['walker'] } });
		expect(await openDraft(database.db, notice.id, by)).toBeNull();
	});

	it('numbers never repeat', async () => {
		const [first, second] = [await sent(await applicant()), await sent(await applicant())];
		const rows = await database.db
			.selectFrom('applications')
			.select('protocol')
			.where('id', 'in', [first, second])
			.execute();
		expect(new Set(rows.map((row) => row.protocol)).size).toBe(2);
	});

	it('twice gives the same receipt, one after the other', async () => {
		const by = await applicant();
		const id = await sent(by);
		expect(await send(id, by)).toEqual({ ok: true, id });
		expect((await myRequests(database.db, by, now)).requests).toHaveLength(1);
	});

	it('twice gives the same receipt, at the same moment', async () => {
		const by = await applicant();
		const draftId = await aCompleteDraft(database, notice.id, by, { choices: [suits] }, now);
		const once = () => send(draftId, by);
		expect(await Promise.all([once(), once(), once()])).toEqual(Array(3).fill({ ok: true, id: draftId }));
		expect((await myRequests(database.db, by, now)).requests).toHaveLength(1);
	});

	it('a second live request of one account is refused by the index, and said so', async () => {
		const by = await applicant();
		const first = await sent(by);
		expect(await save(by, [suits])).toEqual({ ok: false, problem: 'already-applied' });
		const row = await database.db
			.selectFrom('applications')
			.selectAll()
			.where('id', '=', first)
			.executeTakeFirstOrThrow();
		const second = { ...row, id: `${first}-2`, protocol: `${row.protocol}-2`, pseudonym: 'AAAA-AAAA' };
		const refused = await database.db
			.insertInto('applications')
			.values(second)
			.execute()
			.catch((error: unknown) => error);
		expect(isUniqueViolation(refused)).toBe(true);
		const other = await applicant();
		const draftId = await aCompleteDraft(database, notice.id, other, { choices: [suits] }, now);
		await database.db
			.insertInto('applications')
			.values({ ...second, account_id: other.id })
			.execute();
		const shown = { noticeId: notice.id, draftId, replaces: null };
		expect(await database.transact((trx) => submitApplication(trx, shown, other, now))).toEqual({
			ok: false,
			problem: 'request-changed'
		});
		await database.db.deleteFrom('applications').where('id', '=', second.id).execute();
	});

	it('the last moment is in time; one later is refused and the draft kept', async () => {
		const inTime = await applicant();
		const early = await aCompleteDraft(database, notice.id, inTime, { choices: [suits] }, now);
		expect(await send(early, inTime, lastMoment)).toEqual({ ok: true, id: early });
		const late = await applicant();
		const draftId = await aCompleteDraft(database, notice.id, late, { choices: [suits] }, now);
		expect(await send(draftId, late, oneMomentLate)).toEqual({ ok: false, problem: 'notice-closed' });
		expect((await readForm(database.db, notice.id, late, oneMomentLate))?.draft?.answers.choices).toEqual([suits]);
	});

	it.each([
		['no choice', () => [], 'no-choices'],
		['a dwelling too large by a hundredth of m2', () => [tooLarge], 'not-adequate'],
		['a dwelling of another notice', () => ['altrove'], 'unknown-dwelling'],
		['one dwelling twice', () => [suits, suits], 'repeated-dwelling'],
		['more than the notice permits', () => [...notice.dwellingIds], 'too-many-choices']
	])('%s is refused', async (_, choices, problem) => {
		const by = await applicant();
		const draftId = await aCompleteDraft(database, notice.id, by, { choices: choices() }, now);
		expect(await send(draftId, by)).toEqual({ ok: false, problem });
	});

	it('refuses answers that are not all there, and a draft of somebody else', async () => {
		const by = await applicant();
		await save(by, [suits]);
		const draft = (await openDraft(database.db, notice.id, by))!;
		expect(await send(draft.id, by)).toEqual({ ok: false, problem: 'answers-missing' });
		expect(await send(draft.id, await applicant())).toEqual({ ok: false, problem: 'not-found' });
	});

	it('a requirement that fails is told and never blocks', async () => {
		const by = await applicant();
		const id = await sent(by, { household: aHousehold({ iseeCents: 4_000_001 }) });
		const failed = (await readRequest(database.db, id, by, now))!.requirements.filter((one) => one.outcome !== 'met');
		expect(failed.map((one) => one.reason)).toEqual(['isee-over-limit']);
	});
});
