import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ControlOutcome } from '$lib/domain/controls/control';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { checkSignature } from '$lib/server/notices/notices/drand';
import { sampleWork } from '$lib/server/desk/work-list/control-work';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { newId } from '$lib/server/ids';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { findApplication } from '$lib/server/requests/applications/repository';
import { endControl, readControl, readOwnControl } from '$lib/server/requests/controls/control-service';
import { drawnBy } from '$lib/server/requests/controls/draw';
import { drawByHand, keepDraw } from '$lib/server/requests/controls/draw-service';
import { readSamples } from '$lib/server/requests/controls/reading-service';
import { findSample } from '$lib/server/requests/controls/repository';
import { closeProposedSample, proposeSample, readPopulation } from '$lib/server/requests/controls/sample-service';
import { exportOf } from '$lib/server/requests/rights/service';
import { acceptFacts, correctFact } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { aClosedNotice, anAccount } from '../../../support/builders/closed-notice';
import { aHousehold } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

/** Round 1000 of quicknet was published on 23 August 2023 at 15:59:24 UTC. */
const SIGNATURE = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
const SEED = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';
const OUT = roundTime(quicknet, 1000);
/** A confirmation at this instant names that round: it is the first ten minutes later. */
const CONFIRMED = '2023-08-23T15:49:22.000Z';
const PROPOSED = '2023-08-23T15:00:00.000Z';
const shares = { ordinary: 40, raised: 50, high: 100 };

let database: TestDatabase;
let other: AppDatabase;
let officer: Actor, colleague: Actor, nadia: Actor;
let noticeId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	other = createDatabase(database.url);
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Paolo Neri');
});
afterAll(async () => {
	await other.close();
	await database.close();
});
/** Three requests of which no fact raises a risk, two with an ISEE at the limit. */
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const household = (at: number) => aHousehold(at > 3 ? { iseeCents: 3_900_000 } : {});
	const applications = [1, 2, 3, 4, 5].map((at) => ({
		...{ pseudonym: `${newId().slice(-8)}-${at}`, choices: [1], household: household(at) }
	}));
	({ noticeId } = await aClosedNotice(database, {
		applications,
		opensAt: '2023-07-01T08:00:00.000Z',
		closesAt: '2023-08-20T21:59:59.999Z'
	}));
});

async function propose({ id = newId(), by = officer, now = PROPOSED, on = database as AppDatabase } = {}) {
	const population = await readPopulation(database.db, noticeId, by, now);
	return on.transact((trx) => proposeSample(trx, { id, noticeId, shares }, population, by, now));
}
const close = (
	id: string,
	by = colleague,
	outcome: 'confirmed' | 'dropped' = 'confirmed',
	on: AppDatabase = database
) => on.transact((trx) => closeProposedSample(trx, { id, noticeId, outcome }, by, CONFIRMED));
async function confirmed() {
	const id = newId();
	expect(await propose({ id })).toEqual({ ok: true });
	expect(await close(id)).toEqual({ ok: true });
	return id;
}
async function draw(id: string, { by = officer, now = OUT, on = database as AppDatabase } = {}) {
	const drawing = await drawByHand(database.db, id, SIGNATURE);
	return on.transact((trx) => keepDraw(trx, { id, noticeId, drawing }, by, now));
}
const shown = async (by = officer) => (await readSamples(database.db, noticeId, by, OUT))!;
const drawnIds = async () => (await shown()).samples[0]!.controls!.requests.map(({ id }) => id);
/** What waits of the samples of this notice. */
const waits = async () =>
	(await sampleWork(database.db, OUT)).filter(({ params }) => params.id === noticeId).map(({ kind }) => kind);

describe('a sample', () => {
	test('is proposed by one person and confirmed by another', async () => {
		const id = newId();
		expect(await propose({ id, by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await propose({ id, now: '2023-08-20T10:00:00.000Z' })).toEqual({ ok: false, problem: 'notice-open' });
		expect(await propose({ id })).toEqual({ ok: true });
		expect(await propose({ id })).toEqual({ ok: true });
		expect(await propose()).toMatchObject({ ok: false, problem: 'waits-already', who: 'Franca Riva' });
		expect(await close(id, nadia)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await close(id, officer)).toEqual({ ok: false, problem: 'same-person' });
		expect((await shown()).mayConfirm).toBe(false);
		expect((await shown(colleague)).mayConfirm).toBe(true);
		expect(await waits()).toContain('confirm-sample');
		expect(await close(id)).toEqual({ ok: true });
		expect(await close(id)).toEqual({ ok: true });
		expect(await close(id, officer)).toMatchObject({ problem: 'closed-already', who: 'Paolo Neri' });
	});

	test('is dropped by who proposed it, and another one proposed', async () => {
		const id = newId();
		await propose({ id });
		expect(await close(id, officer, 'dropped')).toEqual({ ok: true });
		expect(await draw(id)).toEqual({ ok: false, problem: 'not-confirmed' });
		expect(await propose()).toEqual({ ok: true });
	});

	test('of two proposals, and of two decisions, in the same moment one is kept', async () => {
		const id = newId();
		const both = await Promise.all([propose({ id }), propose({ by: colleague, on: other })]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const [kept] = (await shown()).samples;
		const third = await anAccount(database, 'manager', 'Mario Rota');
		const done = await Promise.all([
			close(kept!.id, third),
			close(kept!.id, kept!.proposedBy === officer.id ? colleague : officer, 'confirmed', other)
		]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('has its groups and its list fixed before it is confirmed', async () => {
		const id = await confirmed();
		const before = (await findSample(database.db, id))!;
		expect((await shown()).samples[0]!.groups.map(({ count, drawn }) => [count, drawn])).toEqual([
			[3, 2],
			[2, 1],
			[0, 0]
		]);
		await draw(id);
		expect((await findSample(database.db, id))!.population).toBe(before.population);
		expect(before.population).not.toMatch(/Bossi|iseeCents|m1/);
	});
});

describe('the number that draws', () => {
	test('is published after the confirmation, and no other number is taken', async () => {
		const id = await confirmed();
		const sample = (await findSample(database.db, id))!;
		expect(sample.seedRound).toBe(1000);
		expect(roundTime(quicknet, sample.seedRound!) > sample.closedAt!).toBe(true);
		expect(await draw(id, { now: '2023-08-23T15:59:23.999Z' })).toEqual({ ok: false, problem: 'too-early' });
		const checked = (await checkSignature(quicknet.hash, 1000, SIGNATURE))!;
		const known = { checked: { ...checked, round: 999 }, drawn: await drawnBy(sample, SEED) };
		const taken = (drawing: typeof known | null) =>
			database.transact((trx) => keepDraw(trx, { id, noticeId, drawing }, officer, OUT));
		expect(await taken(known)).toEqual({ ok: false, problem: 'wrong-round' });
		expect(await taken(null)).toEqual({ ok: false, problem: 'wrong-round' });
		expect(await drawByHand(database.db, id, SIGNATURE.replace(/9$/, '8'))).toBeNull();
	});

	test('draws once, whoever asks, and the draw can be worked out again', async () => {
		const id = await confirmed();
		expect(await waits()).toContain('draw-sample');
		expect(await draw(id, { by: nadia })).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await Promise.all([draw(id), draw(id, { by: colleague, on: other })])).toEqual([{ ok: true }, { ok: true }]);
		const [sample] = (await shown()).samples;
		expect(sample).toMatchObject({ seed: SEED, controls: { drawn: 3, waiting: 3, checked: 0, same: true } });
		const again = await drawnBy((await findSample(database.db, id))!, SEED);
		expect(again.map(({ pseudonym }) => pseudonym).toSorted()).toEqual(
			sample!.controls!.requests.map(({ pseudonym }) => pseudonym).toSorted()
		);
		expect(await waits()).not.toContain('draw-sample');
		await database.db.updateTable('control_draws').set({ stratum: 'high' }).where('sample_id', '=', id).execute();
		expect((await shown()).samples[0]!.controls!.same).toBe(false);
	});

	test('draws from requests that did not end, and no request twice', async () => {
		const [first] = await database.db
			.selectFrom('applications')
			.select('id')
			.where('notice_id', '=', noticeId)
			.execute();
		await ended(first!.id);
		await draw(await confirmed());
		const drawn = await drawnIds();
		expect(drawn).not.toContain(first!.id);
		await ended(drawn[0]!);
		expect((await shown()).samples[0]!.controls).toMatchObject({ waiting: drawn.length - 1, left: 1 });
		await draw(await confirmed());
		const second = await database.db.selectFrom('control_draws').select('application_id').execute();
		expect(new Set(second.map((one) => one.application_id)).size).toBe(second.length);
	});
});

const ended = (id: string) =>
	database.db.updateTable('applications').set({ ended_at: PROPOSED }).where('id', '=', id).execute();

describe('a control', () => {
	let id: string;
	beforeEach(async () => {
		await draw(await confirmed());
		id = (await drawnIds())[0]!;
		const request = (await findApplication(database.db, id))!;
		for (const by of [officer, colleague]) {
			expect(await end('confirmed', by)).toEqual({ ok: false, problem: 'not-opened' });
			await database.transact((trx) => noteOpenedRequest(trx, request, '', by, OUT));
		}
	});
	const end = (outcome: ControlOutcome, by = officer) =>
		database.transact((trx) => endControl(trx, { id, outcome }, by, OUT));
	const evidence = { how: 'register', source: 'Anagrafe di Milano', on: '2023-08-21' } as const;
	async function verify() {
		const list = await readChecklist(database.db, id, officer, OUT);
		if (!list || list === 'closed') throw new Error('The file is closed.');
		const facts = list.rows
			.filter(({ needed, state }) => needed && state === 'open')
			.map(({ fact, last }) => ({ fact, seen: last?.version ?? 0 }));
		expect(await database.transact((trx) => acceptFacts(trx, { id, facts, evidence }, officer, OUT))).toEqual({
			ok: true
		});
	}

	test('ends when every fact is checked, with the result that the facts have', async () => {
		expect(await end('confirmed', nadia)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'not-checked' });
		await verify();
		expect(await end('false-declared')).toEqual({ ok: false, problem: 'no-fact-changed' });
		expect(await end('confirmed')).toEqual({ ok: true });
		expect(await end('confirmed')).toEqual({ ok: true });
		expect(await end('confirmed', colleague)).toMatchObject({ problem: 'controlled-already', who: 'Franca Riva' });
		expect((await shown()).samples[0]!.controls).toMatchObject({ checked: 1, confirmed: 1, waiting: 2 });
		expect(await readControl(database.db, id, officer)).toMatchObject({ outcome: 'confirmed', decider: 'Franca Riva' });
		expect(await readControl(database.db, id, nadia)).toBeNull();
	});

	test('cannot end as confirmed after a correction', async () => {
		const corrected = {
			id,
			fact: 'iseeCents',
			seen: 0,
			value: 1_200_000,
			evidence,
			reason: 'Attestazione INPS.'
		} as const;
		expect(await database.transact((trx) => correctFact(trx, corrected, officer, OUT))).toEqual({ ok: true });
		await verify();
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'facts-changed' });
		expect(await end('false-declared')).toEqual({ ok: true });
		expect((await shown()).samples[0]!.controls).toMatchObject({ falseDeclared: 1, corrected: 0 });
	});

	test('waits on the work list by its deadline, and the household reads that it was drawn', async () => {
		const [mine] = (await readWorkList(database.db, officer, OUT, { queue: 'check-drawn', page: 1 })).queue!.items;
		expect(mine!.due).toBe('2023-10-22T21:59:59.999Z');
		expect(await readOwnControl(database.db, id)).toEqual({ dueAt: '2023-10-22T21:59:59.999Z', ended: false });
	});

	test('of a request that was not drawn there is none', async () => {
		const all = await database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId).execute();
		const drawn = await drawnIds();
		id = all.find((one) => !drawn.includes(one.id))!.id;
		const request = (await findApplication(database.db, id))!;
		await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, OUT));
		expect(await end('confirmed')).toEqual({ ok: false, problem: 'not-drawn' });
		expect(await readOwnControl(database.db, id)).toBeNull();
	});

	test('is in what the household gets of its own data', async () => {
		await database.db.updateTable('applications').set({ account_id: nadia.id }).where('id', '=', id).execute();
		const data = await exportOf(database.db, nadia.id);
		expect(JSON.stringify(data)).toContain('"control":{"stratum"');
		expect(JSON.stringify(data)).not.toContain('Franca Riva');
	});
});
