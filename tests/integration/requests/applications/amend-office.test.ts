import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { decideRejection, notifyRejection, readOpenRejection } from '$lib/server/requests/rejections/service';
import { answerOffice, askedOfHousehold } from '$lib/server/requests/verification/answer-service';
import { askHousehold } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { aSentRequest, NOW } from '../../../support/builders/amendment';
import { anOpenNotice } from '../../../support/builders/notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const REASON = 'Manca un requisito.';
/** After the days of a notice of rejection that was sent at `NOW`; the notice is closed by then. */
const AFTER = '2026-12-20T12:00:00.000Z';

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[]; officer: Actor };
let sent: Awaited<ReturnType<typeof aSentRequest>>;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
});
afterAll(() => database.close());
beforeEach(async () => {
	sent = await aSentRequest(database, notice);
});

const codeOf = async (id: string) => (await sent.read(id)).pseudonym;
const notify = (pseudonym: string) =>
	database.transact((trx) =>
		notifyRejection(trx, { noticeId: notice.id, pseudonym, reason: REASON }, notice.officer, NOW)
	);
const decide = (id: string) =>
	database.transact((trx) => decideRejection(trx, { id, outcome: 'excluded' }, notice.officer, AFTER));

test('a notice of rejection goes on with the later version, so that nobody is excluded or forgotten by a correction', async () => {
	const code = await codeOf(sent.first);
	expect(await notify(code)).toMatchObject({ ok: true });
	const second = await sent.amended();
	expect(await readOpenRejection(database.db, second)).toMatchObject({ reason: REASON });
	expect(await readOpenRejection(database.db, sent.first)).toBeNull();
	expect(await notify(code)).toEqual({ ok: false, problem: 'replaced', code: await codeOf(second) });
});

test('a notice of rejection that was sent before an amendment excludes the later version', async () => {
	const notified = await notify(await codeOf(sent.first));
	if (!notified.ok) throw new Error(notified.problem);
	const second = await sent.amended();
	expect(await decide(notified.id)).toEqual({ ok: true });
	expect((await sent.read(second)).journey.state).toBe('excluded');
	expect((await sent.read(sent.first)).journey.state).toBe('replaced');
});

test('a notice of rejection that meets an amendment waits for it, and never stays with the earlier version', async () => {
	const id = await sent.begun();
	const code = await codeOf(sent.first);
	const [written, mayEnd] = [aSignal(), aSignal()];
	const amending = database.transact(async (trx) => {
		const done = await submitApplication(trx, { noticeId: notice.id, draftId: id }, sent.by, NOW);
		written.give();
		await mayEnd.given;
		return done;
	});
	await written.given;
	let answered = false;
	const notifying = notify(code).finally(() => (answered = true));
	while (!answered && !(await isWaiting()));
	mayEnd.give();
	expect(await amending).toEqual({ ok: true, id });
	expect(await notifying).toEqual({ ok: false, problem: 'replaced', code: await codeOf(id) });
	expect(await readOpenRejection(database.db, sent.first)).toBeNull();
});

function aSignal() {
	let give = () => {};
	const given = new Promise<void>((resolve) => (give = resolve));
	return { given, give };
}

/** Whether a statement waits for a lock. SQLite lets one transaction in at a time, so that the second waits by itself. */
async function isWaiting(): Promise<boolean> {
	if (database.kind === 'sqlite') return true;
	const { rows } = await sql`select 1 from pg_stat_activity
		where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
	return rows.length > 0;
}

test('what the office asked about an earlier version is not asked of anybody any more', async () => {
	const { first, by } = sent;
	const request = (await findApplication(database.db, first))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', notice.officer, NOW));
	const question = { id: first, seen: 0, question: 'Serve il certificato.', until: '2026-12-02' };
	const asked = await database.transact((trx) =>
		askHousehold(trx, { ...question, fact: 'iseeCents' }, notice.officer, NOW)
	);
	expect(asked).toEqual({ ok: true });
	const waitsUntil = async (id: string) => (await askedOfHousehold(database.db, await sent.read(id))).askedUntil;
	expect(await waitsUntil(first)).toBe('2026-12-02T22:59:59.999Z');
	const list = await readChecklist(database.db, first, notice.officer, NOW);
	const act = list && list !== 'closed' && list.rows.find(({ fact }) => fact === 'iseeCents')?.last;
	if (!act) throw new Error('Nothing was asked.');
	const second = await sent.amended();
	expect([await waitsUntil(first), await waitsUntil(second)]).toEqual([null, null]);
	const answer = { id: first, question: act.id, text: 'Eccolo.' };
	expect(await database.transact((trx) => answerOffice(trx, answer, by, NOW))).toEqual({
		ok: false,
		problem: 'already-ended'
	});
});
