import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { eachForRanking, type ApplicationForRanking } from '$lib/server/requests/applications/for-ranking';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { myRequests, readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aCompleteDraft, answersOf } from '../../../support/builders/application';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { SENDING, sendingActs } from '../../../support/builders/sending';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = SENDING;
const oneMomentLate = '2026-11-30T23:00:00.000Z';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let suits: string;

beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 3000, 4000]);
	suits = notice.dwellingIds[0]!;
});
afterAll(() => database.close());

const { applicant, send, sent, save } = sendingActs(() => ({ database, noticeId: notice.id, home: suits }));

describe('a draft', () => {
	it('keeps each step, sealed, for its owner only', async () => {
		const by = await applicant();
		const full = answersOf(aHousehold(), [suits]);
		for (const part of ['members', 'residence', 'home'] as const) {
			const kept = await database.transact((trx) =>
				saveAnswers(trx, notice.id, (saved) => ({ ...saved, [part]: full[part] }), by, now)
			);
			expect(kept).toEqual({ ok: true });
		}
		expect((await openDraft(database.db, notice.id, by))?.answers).toEqual({
			members: full.members,
			residence: full.residence,
			home: full.home
		});
		expect(await openDraft(database.db, notice.id, await applicant())).toBeNull();
	});

	it('is refused to staff, and under a notice that is not open', async () => {
		expect(await save(notice.officer, [suits])).toEqual({ ok: false, problem: 'not-allowed' });
		const by = await applicant();
		expect(await save(by, [suits], '2026-10-31T22:59:59.999Z')).toEqual({ ok: false, problem: 'notice-not-open' });
		expect(await save(by, [suits], oneMomentLate)).toEqual({ ok: false, problem: 'notice-closed' });
	});
});

describe('whose record it is', () => {
	it('a request, its receipt and its withdrawal are its owner’s', async () => {
		const by = await applicant();
		const other = await applicant();
		const id = await sent(by);
		expect(await readRequest(database.db, id, other, now)).toBeUndefined();
		expect(await readReceipt(database.db, id, other, now)).toBeUndefined();
		expect(await send(id, other)).toEqual({ ok: false, problem: 'not-found' });
		const taken = await database.transact((trx) => withdrawApplication(trx, id, other, now));
		expect(taken).toEqual({ ok: false, problem: 'not-found' });
	});
});

describe('withdrawing', () => {
	it('ends the request once, and lets the household apply again', async () => {
		const by = await applicant();
		const id = await sent(by);
		const withdraw = () => database.transact((trx) => withdrawApplication(trx, id, by, now));
		expect(await withdraw()).toEqual({ ok: true });
		expect(await withdraw()).toEqual({ ok: false, problem: 'already-ended' });
		expect((await readRequest(database.db, id, by, now))?.journey.state).toBe('withdrawn');
		const second = await sent(by);
		expect(second).not.toBe(id);
		expect((await myRequests(database.db, by, now)).requests).toHaveLength(2);
	});
});

describe('for the round', () => {
	async function forRanking() {
		const byId = new Map<string, ApplicationForRanking>();
		await eachForRanking(database.db, notice.id, (one) => byId.set(one.id, one));
		return byId;
	}

	it('gives facts, needs opened, choices in order, and who left', async () => {
		const by = await applicant();
		const household = aHousehold({ iseeCents: 123_456 });
		const id = await sent(by, {
			household,
			health: healthFacts('wheelchairIndoors'),
			choices: [notice.dwellingIds[3]!, suits]
		});
		const left = await sent(await applicant());
		const row = (await forRanking()).get(id);
		expect(row).toMatchObject({ household, choices: [notice.dwellingIds[3], suits], ended: false });
		expect(row?.health.needs.wheelchairIndoors).toBe(true);
		await database.db.updateTable('applications').set({ ended_at: now }).where('id', '=', left).execute();
		expect((await forRanking()).get(left)?.ended).toBe(true);
	});
});

describe('what the database holds', () => {
	it('has no word of needs, in drafts or requests, in any file', async () => {
		const by = await applicant();
		await aCompleteDraft(database, notice.id, by, { choices: [suits], health: healthFacts('bathroomTransfers') }, now);
		await sent(await applicant(), { health: healthFacts('lowVision') });
		const words = /wheelchairIndoors|bathroomTransfers|lowVision|severeDisability\\?":(true|false)/;
		expect(words.exec(await everything())).toBeNull();
	});

	async function everything(): Promise<string> {
		if (database.kind === 'sqlite') {
			const file = database.url.slice('sqlite:'.length);
			return ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
		}
		const { rows } = await sql<{ table_name: string }>`select table_name from information_schema.tables
			where table_schema = 'public'`.execute(database.db);
		const texts = rows.map(async ({ table_name }) => {
			const all = await sql`select * from ${sql.id(table_name)}`.execute(database.db);
			return JSON.stringify(all.rows);
		});
		return (await Promise.all(texts)).join('');
	}
});
