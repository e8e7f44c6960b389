import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rejectionWork } from '$lib/server/desk/work-list/letting-work';
import type { Actor } from '$lib/server/platform/auth/actor';
import { answerRejection, readOwnRejection, readRejectionOf } from '$lib/server/requests/rejections/answer-service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { eraseOf, exportOf } from '$lib/server/requests/rights/service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const LATER = '2026-11-24T09:00:00.000Z';
const AFTER = '2026-12-20T09:00:00.000Z';
const REASON = 'Dal catasto risulta una casa adeguata.';
const ANSWER = 'La casa è stata venduta nel 2024, porto l’atto.';
const DECISION = 'L’atto riguarda un’altra casa: il requisito manca.';

let database: TestDatabase;
let officer: Actor, applicant: Actor;
let noticeId: string, requestId: string, rejection: string;

beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anAccount(database, 'applicant');
	({ noticeId } = await aClosedNotice(database, {
		applications: [{ pseudonym: 'A-1', choices: [1], account: applicant }]
	}));
	const row = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await row.executeTakeFirstOrThrow()).id;
	const sent = await database.transact((trx) =>
		notifyRejection(trx, { noticeId, pseudonym: 'A-1', reason: REASON }, officer, NOW)
	);
	if (!sent.ok) throw new Error(sent.problem);
	rejection = sent.id;
});

const answer = (text = ANSWER, by = applicant, now = LATER) =>
	database.transact((trx) => answerRejection(trx, { requestId, text }, by, now));
const decide = (outcome: 'excluded' | 'dropped', decision?: string, now = AFTER) =>
	database.transact((trx) =>
		decideRejection(trx, { id: rejection, outcome, ...(decision && { decision }) }, officer, now)
	);
const mine = async () => (await readOwnRejection(database.db, requestId, applicant))!.rejection;
const waitsFor = async (now: string) =>
	(await rejectionWork(database.db, now)).find(({ params }) => params['notice'] === noticeId)?.waitsFor;

describe('a household with a notice of rejection', () => {
	test('answers, and the office reads it and no longer waits', async () => {
		expect(await waitsFor(LATER)).toBe('household');
		expect(await answer()).toEqual({ ok: true });
		expect(await readRejectionOf(database.db, requestId, officer)).toMatchObject({ answer: ANSWER, answeredAt: LATER });
		expect(await waitsFor(LATER)).toBeUndefined();
	});

	test('adds to its answer, and a second click adds nothing', async () => {
		for (const text of [ANSWER, ANSWER, 'Ecco anche la data dell’atto.', 'Ecco anche la data dell’atto.'])
			await answer(text);
		expect((await mine())!.answer).toBe(`${ANSWER}\n\nEcco anche la data dell’atto.`);
	});

	test('can answer after the deadline until the office decides, and not after', async () => {
		expect(await answer(ANSWER, applicant, AFTER)).toEqual({ ok: true });
		expect(await decide('excluded', DECISION)).toEqual({ ok: true });
		expect(await answer('Ancora una cosa.', applicant, AFTER)).toEqual({ ok: false, problem: 'nothing-open' });
	});

	test('that answered is not excluded without a reason, which it reads', async () => {
		await answer();
		expect(await decide('excluded')).toEqual({ ok: false, problem: 'decision-missing' });
		expect(await mine()).toMatchObject({ outcome: null });
		expect(await decide('excluded', DECISION)).toEqual({ ok: true });
		expect(await mine()).toMatchObject({ outcome: 'excluded', decision: DECISION, reason: REASON });
	});

	test('is not excluded before its deadline, whatever it answered', async () => {
		await answer();
		expect(await decide('excluded', DECISION, LATER)).toMatchObject({ ok: false, problem: 'too-early' });
		expect(await decide('dropped', 'L’atto basta: il requisito c’è.', LATER)).toEqual({ ok: true });
	});

	test('is the only one to answer and to read', async () => {
		const stranger = await anAccount(database, 'applicant');
		expect(await answer(ANSWER, stranger)).toEqual({ ok: false, problem: 'not-found' });
		expect(await readOwnRejection(database.db, requestId, stranger)).toBeUndefined();
		for (const role of ['auditor', 'landlord', 'programme', 'caseworker', 'administrator'] as const)
			expect(await readRejectionOf(database.db, requestId, await anAccount(database, role)), role).toBeNull();
	});

	test('takes what was said along in its copy of its data; after the erasure the case still holds it, under a new key', async () => {
		await answer();
		await decide('excluded', DECISION);
		const said = { reason: REASON, answer: ANSWER, decision: DECISION };
		const { requests } = await exportOf(database.db, applicant.id);
		expect(requests[0]!.rejections).toEqual([expect.objectContaining(said)]);
		const stored = () =>
			database.db.selectFrom('rejections').select(['answer', 'decision']).where('id', '=', rejection);
		const before = await stored().executeTakeFirstOrThrow();
		const { key } = await database.db
			.selectFrom('applications')
			.select('data_key_id as key')
			.where('id', '=', requestId)
			.executeTakeFirstOrThrow();
		await database.db.updateTable('accounts').set({ data_key_id: key }).where('id', '=', applicant.id).execute();
		await database.transact((trx) => eraseOf(trx, applicant.id, AFTER));
		const after = await stored().executeTakeFirstOrThrow();
		expect(after.answer).not.toBe(before.answer);
		expect(after.decision).not.toBe(before.decision);
		expect(await readRejectionOf(database.db, requestId, officer)).toMatchObject(said);
	});

	test('has its answer and the decision sealed', async () => {
		await answer();
		await decide('excluded', DECISION);
		const row = await database.db.selectFrom('rejections').selectAll().where('id', '=', rejection).execute();
		const log = await database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', requestId).execute();
		for (const plain of [ANSWER, DECISION, REASON]) expect(JSON.stringify([row, log])).not.toContain(plain);
	});
});
