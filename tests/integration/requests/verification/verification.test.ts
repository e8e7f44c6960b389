import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import type { FactName } from '$lib/domain/household/facts';
import type { Actor } from '$lib/server/platform/auth/actor';
import { answerOffice, readOwnCheck } from '$lib/server/requests/verification/answer-service';
import {
	acceptFacts,
	askHousehold,
	correctFact,
	settleWithReason
} from '$lib/server/requests/verification/check-service';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { findStanding } from '$lib/server/requests/verification/repository';
import { checkWork } from '$lib/server/desk/work-list/letting-work';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, aHouseholdOf } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const LATER = '2026-11-23T09:00:00.000Z';
const evidence = { how: 'register', source: 'Anagrafe di Milano', on: '2026-11-21' } as const;
const REASON = 'Nella banca dati risulta un altro valore.';

let database: TestDatabase;
let officer: Actor, colleague: Actor, applicant: Actor;
let id: string;

beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'manager', 'Paolo Neri');
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anAccount(database, 'applicant');
	const household = aHouseholdOf(3, { home: { ...aHousehold().home, eviction: 'notified' } });
	const health = { ...noHealthFacts, severeDisability: true };
	const { noticeId } = await aClosedNotice(database, {
		applications: [{ pseudonym: 'A-1', choices: [1], account: applicant, household, health }]
	});
	const row = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	({ id } = await row.executeTakeFirstOrThrow());
	for (const by of [officer, colleague]) for (const at of [NOW, LATER]) await open(by, at);
});

async function open(by: Actor, at: string) {
	const request = (await findApplication(database.db, id))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', by, at));
}

async function read() {
	const list = await readChecklist(database.db, id, officer, NOW);
	if (!list || list === 'closed') throw new Error('The file is closed.');
	return list;
}
const rowOf = async (fact: FactName) => (await read()).rows.find((row) => row.fact === fact)!;
const accept = (facts: readonly FactName[], seen = 0, by = officer, now = NOW) =>
	database.transact((trx) => acceptFacts(trx, { id, facts: facts.map((fact) => ({ fact, seen })), evidence }, by, now));
const correct = (fact: FactName, value: unknown, seen = 0, by = officer) =>
	database.transact((trx) => correctFact(trx, { id, fact, seen, value, evidence, reason: REASON }, by, NOW));
const ask = (fact: FactName, seen = 0, until = '2026-12-02') =>
	database.transact((trx) =>
		askHousehold(trx, { id, fact, seen, question: 'Serve il certificato di residenza.', until }, officer, NOW)
	);
const answer = (question: string, by = applicant, text = 'Lo porto domani in ufficio.') =>
	database.transact((trx) => answerOffice(trx, { id, question, text }, by, LATER));
const needed = async () => (await read()).rows.filter((row) => row.needed).map(({ fact }) => fact);
const rows = async () =>
	database.db.selectFrom('fact_checks').selectAll().where('application_id', '=', id).orderBy('version').execute();
const mails = async () =>
	(await database.db.selectFrom('messages').select('id').where('account_id', '=', applicant.id).execute()).length;

describe('an officer', () => {
	test('verifies every fact that counts, and the household is told once', async () => {
		const all = await needed();
		expect(await accept(all.slice(1))).toEqual({ ok: true });
		expect((await read()).standing).toBe('open');
		expect(await mails()).toBe(0);
		expect(await accept(all.slice(0, 1))).toEqual({ ok: true });
		expect((await read()).standing).toBe('verified');
		expect(await findStanding(database.db, id)).toMatchObject({ standing: 'verified', waitsFor: null });
		expect(await mails()).toBe(1);
	});

	test('corrects a fact with a reason: the points and the requirements follow', async () => {
		expect(await correct('members', aHouseholdOf(2).members)).toEqual({ ok: true });
		const { score, standing } = await read();
		expect(score.verified.total).toBeLessThan(score.declared.total);
		expect(standing).toBe('open');
		expect(await correct('iseeCents', 4_000_001)).toEqual({ ok: true });
		expect((await read()).failures).toMatchObject([{ requirement: 'isee', fact: 4_000_001 }]);
		expect(await findStanding(database.db, id)).toMatchObject({ standing: 'failed' });
	});

	test('reopens what was settled, and what was before stays to be read', async () => {
		await accept(['iseeCents']);
		const { last } = await rowOf('iseeCents');
		const reopen = { id, fact: 'iseeCents', seen: last!.version, act: 'reopened', reason: REASON } as const;
		expect(await database.transact((trx) => settleWithReason(trx, reopen, colleague, LATER))).toEqual({ ok: true });
		expect(await rowOf('iseeCents')).toMatchObject({ state: 'open', verified: 1_590_000 });
		expect((await read()).acts.map(({ act, by }) => [act, by.name])).toEqual([
			['accepted', 'Franca Riva'],
			['reopened', 'Paolo Neri']
		]);
	});

	test.each([
		['a value of another kind', 'iseeCents', 'molto', 'wrong-value'],
		['the declared value', 'iseeCents', 1_590_000, 'same-value'],
		['a fact that the notice does not look at', 'emergency', ['violence'], 'not-asked']
	] as const)('cannot correct to %s', async (_, fact, value, problem) => {
		expect(await correct(fact, value)).toEqual({ ok: false, problem });
		expect(await rows()).toEqual([]);
	});

	test('cannot verify a request that has ended, nor one that is not there', async () => {
		const input = { id: 'nobody', facts: [{ fact: 'iseeCents', seen: 0 }], evidence } as const;
		expect(await database.transact((trx) => acceptFacts(trx, input, officer, NOW))).toMatchObject({
			problem: 'unknown-request'
		});
		await database.db.updateTable('applications').set({ ended_at: NOW }).where('id', '=', id).execute();
		expect(await accept(['iseeCents'])).toEqual({ ok: false, problem: 'already-ended' });
	});
});

describe('two officers on one file', () => {
	test('the second sees what the first wrote, and nothing is overwritten', async () => {
		expect(await correct('iseeCents', 900_000)).toEqual({ ok: true });
		const late = await correct('iseeCents', 800_000, 0, colleague);
		expect(late).toMatchObject({
			ok: false,
			problem: 'changed',
			theirs: { value: 900_000, by: { name: 'Franca Riva' } }
		});
		expect(await rowOf('iseeCents')).toMatchObject({ verified: 900_000 });
	});

	test('of a group nothing is written where one of its facts changed', async () => {
		await correct('iseeCents', 900_000);
		expect(await accept(['citizenship', 'iseeCents'], 0, colleague)).toMatchObject({ ok: false, problem: 'changed' });
		expect(await rowOf('citizenship')).toMatchObject({ state: 'open' });
	});

	test('different facts go in at the same time, and the standing knows both', async () => {
		const all = await needed();
		const half = Math.floor(all.length / 2);
		const done = await Promise.all([
			accept(all.slice(0, half)),
			accept(all.slice(half), 0, colleague),
			accept(all.slice(0, half))
		]);
		expect(done).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
		expect(await findStanding(database.db, id)).toMatchObject({ standing: 'verified' });
		expect((await rows()).map(({ version }) => version)).toEqual(all.map((_, index) => index + 1));
	});

	test('a second click writes nothing and tells nobody twice', async () => {
		expect([await ask('municipalitySince'), await ask('municipalitySince')]).toEqual([{ ok: true }, { ok: true }]);
		expect(await rows()).toHaveLength(1);
		expect(await mails()).toBe(1);
	});
});

describe('a document that is asked for', () => {
	test('goes to the household, comes back, and waits for the office', async () => {
		await ask('municipalitySince');
		const mine = async (now: string) => (await checkWork(database.db, now)).find(({ params }) => params['id'] === id);
		expect(await mine(NOW)).toMatchObject({ kind: 'await-document', waitsFor: 'household' });
		const own = (await readOwnCheck(database.db, id, applicant))!;
		const question = own.rows.find(({ last }) => last !== null)!.last!;
		expect(question).toMatchObject({ act: 'asked', text: 'Serve il certificato di residenza.' });
		expect(await answer(question.id)).toEqual({ ok: true });
		expect(await answer(question.id)).toEqual({ ok: true });
		expect(await rows()).toHaveLength(2);
		expect(await rowOf('municipalitySince')).toMatchObject({
			state: 'answered',
			last: { text: 'Lo porto domani in ufficio.' }
		});
		expect(await mine(LATER)).toMatchObject({ kind: 'read-answer' });
	});

	test('is late after the last second of its day, and can still be answered', async () => {
		await ask('municipalitySince');
		const of = async (now: string) =>
			(await checkWork(database.db, now)).find(({ params }) => params['id'] === id)?.waitsFor;
		expect(await of('2026-12-02T22:59:59.999Z')).toBe('household');
		expect(await of('2026-12-02T23:00:00.000Z')).toBeUndefined();
		const { last } = await rowOf('municipalitySince');
		expect(await answer(last!.id)).toEqual({ ok: true });
	});

	test('cannot have a deadline that has passed, or a far one', async () => {
		for (const until of ['2026-11-22', '2027-06-01'])
			expect(await ask('municipalitySince', 0, until)).toEqual({ ok: false, problem: 'deadline' });
	});

	test('cannot be answered after the office decided, nor by another household', async () => {
		await ask('municipalitySince');
		const { last } = await rowOf('municipalitySince');
		const stranger = await anAccount(database, 'applicant');
		expect(await answer(last!.id, stranger)).toEqual({ ok: false, problem: 'not-found' });
		expect(await readOwnCheck(database.db, id, stranger)).toBeNull();
		await accept(['municipalitySince'], last!.version);
		expect(await answer(last!.id)).toMatchObject({ ok: false, problem: 'changed' });
	});
});

describe('what is kept', () => {
	test('is sealed: neither the fact nor its value nor a word stands in the database', async () => {
		await correct('disabilities', [{ member: 'm1', percent: 80, serious: true, attendanceAllowance: false }]);
		const text = JSON.stringify(await rows());
		for (const plain of ['disabilities', 'attendanceAllowance', evidence.source, REASON])
			expect(text).not.toContain(plain);
		const log = JSON.stringify(
			await database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', id).execute()
		);
		expect(log).toContain('facts_checked');
		for (const plain of ['disabilities', evidence.source, REASON]) expect(log).not.toContain(plain);
	});

	test('is read and decided only by an officer who opened the file that day', async () => {
		const newcomer = await anAccount(database, 'officer');
		expect(await readChecklist(database.db, id, newcomer, NOW)).toBe('closed');
		expect(await accept(['iseeCents'], 0, newcomer)).toEqual({ ok: false, problem: 'not-opened' });
		await open(newcomer, NOW);
		expect(await accept(['iseeCents'], 0, newcomer)).toEqual({ ok: true });
		expect(await accept(['citizenship'], 0, newcomer, LATER)).toEqual({ ok: false, problem: 'not-opened' });
	});

	test('is open to the office and to the household alone', async () => {
		for (const role of ['auditor', 'landlord', 'programme', 'caseworker', 'administrator', 'applicant'] as const) {
			const other = await anAccount(database, role);
			expect(await readChecklist(database.db, id, other, NOW), role).toBeNull();
			expect(await accept(['iseeCents'], 0, other), role).toEqual({ ok: false, problem: 'not-allowed' });
		}
	});
});
