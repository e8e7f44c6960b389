import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { carryOut } from '$lib/server/allocation/what-if/carry-out';
import type { WhatIfQuestion } from '$lib/server/allocation/what-if/question';
import { readAnswer, readQuestions } from '$lib/server/allocation/what-if/reading-service';
import { askWhatIf, cancelWhatIf } from '$lib/server/allocation/what-if/service';
import { prepareRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
});
afterAll(() => database.close());

const clock = () => NOW;
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
const none: WhatIfQuestion = { change: { kind: 'none' }, dropOutPercent: 0 };
const noSetAside: WhatIfQuestion = { change: { kind: 'no-set-aside', category: 'wheelchair' }, dropOutPercent: 0 };

/** The first household has the most points, the second uses a wheelchair and so comes first for the first home. */
const world = (beacon: string | null = 'beac07') =>
	aClosedNotice(database, {
		beacon,
		dwellings: [{ setAside: ['wheelchair'] }, {}],
		applications: [
			{
				pseudonym: 'A-1',
				choices: [1, 2],
				household: aHousehold({ home: { kind: 'none', netAreaDm2: null, eviction: 'none', unhealthy: false } })
			},
			{ pseudonym: 'A-2', choices: [1], health: healthFacts('wheelchairIndoors') },
			{ pseudonym: 'A-3', choices: [2] }
		]
	});

const ask = (noticeId: string, question: WhatIfQuestion, by = officer, at = NOW) =>
	database.transact((trx) => askWhatIf(trx, noticeId, question, by, at));

async function answered(noticeId: string, question: WhatIfQuestion) {
	const asked = await ask(noticeId, question);
	if (!asked.ok) throw new Error(asked.problem);
	await carryOut(database, { id: asked.id, noticeId, question }, clock);
	return { id: asked.id, answer: await read(noticeId, asked.id) };
}

const read = (noticeId: string, id: string, household = '') =>
	readAnswer(database.db, { noticeId, id, household }, NOW);

describe('a question', () => {
	test('is answered from the round as it would be, before there is one', async () => {
		const { noticeId } = await world();
		const { answer } = await answered(noticeId, noSetAside);
		expect(answer).toMatchObject({ state: 'answered', done: 1_000, of: 1_000 });
		expect(answer!.report).toMatchObject({
			before: { housed: 2, withoutHome: 1, setAside: 1, bestRanked: { households: 2 } },
			after: { housed: 2, setAside: 0 }
		});
		// One household gains, one loses: too few to be told.
		expect(answer!.report!.moves).toMatchObject({ winners: null, losers: null });
	});

	test('is answered from the frozen file once there is one, whatever changed since', async () => {
		const { noticeId } = await world();
		const out = await workOutRound(database.db, noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		await database.transact((trx) => prepareRound(trx, out.worked, officer, NOW));
		await database.db.updateTable('applications').set({ ended_at: NOW }).where('notice_id', '=', noticeId).execute();
		const { answer } = await answered(noticeId, none);
		expect(answer!.report!.before).toMatchObject({ housed: 2, withoutHome: 1 });
	});

	test('of points scores every household again', async () => {
		const { noticeId } = await world();
		const { answer, id } = await answered(noticeId, {
			change: { kind: 'points', criterion: 'noHome', percent: 0 },
			dropOutPercent: 0
		});
		expect(answer!.report!.after).toMatchObject({ housed: 2 });
		// Without its points for having no home the first has no more than the third: years here and the draw decide.
		expect(answer!.report!.decisions.map(({ because }) => because)).not.toContain('nobody-else');
		expect((await read(noticeId, id, 'A-1'))!.looked).toMatchObject({ found: true });
		expect((await read(noticeId, id, 'Z-9'))!.looked).toEqual({ pseudonym: 'Z-9', found: false, bands: null });
	});

	test('is kept sealed, holds no category in clear, and its answer opens only with its key', async () => {
		const { noticeId } = await world();
		const { id } = await answered(noticeId, none);
		const row = await database.db.selectFrom('what_ifs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toMatch(/wheelchair|A-1/);
		expect((await read(noticeId, id, 'A-2'))!.looked).toEqual({ pseudonym: 'A-2', found: true, bands: [4, 4] });
		expect((await read(noticeId, id))!.looked).toBeNull();
	});

	test('asked twice while it runs is asked once', async () => {
		const { noticeId } = await world();
		const first = await ask(noticeId, none);
		expect(await ask(noticeId, none)).toEqual({ ...first, fresh: false });
		expect((await readQuestions(database.db, noticeId, NOW))!.asked).toMatchObject([{ state: 'running' }]);
	});

	test('before the public draw has no answer, and says so', async () => {
		const { noticeId } = await world(null);
		const { answer } = await answered(noticeId, none);
		expect(answer).toMatchObject({ state: 'failed', problem: 'no-round', report: null });
	});

	test('is for officers and managers, under a notice that exists', async () => {
		const { noticeId } = await world();
		const applicant = await anAccount(database, 'applicant');
		expect(await ask(noticeId, none, applicant)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await ask('nowhere', none)).toEqual({ ok: false, problem: 'unknown-notice' });
		const other = await world();
		const { id } = await answered(noticeId, none);
		expect(await read(other.noticeId, id)).toBeNull();
	});
});

describe('stopping', () => {
	test('a cancelled question is not worked out, by whichever process', async () => {
		const { noticeId } = await world();
		const asked = await ask(noticeId, none);
		if (!asked.ok) throw new Error(asked.problem);
		const stop = () => database.transact((trx) => cancelWhatIf(trx, noticeId, asked.id, officer, NOW));
		expect(await stop()).toEqual({ ok: true });
		await carryOut(database, { id: asked.id, noticeId, question: none }, clock);
		expect(await read(noticeId, asked.id)).toMatchObject({ state: 'cancelled', report: null });
		expect(await stop()).toEqual({ ok: true });
		const entries = await database.db
			.selectFrom('audit_entries')
			.select('event')
			.where('subject_id', '=', asked.id)
			.execute();
		expect(entries.map(({ event }) => event).sort()).toEqual(['what_if_asked', 'what_if_cancelled']);
	});

	test('one whose process is gone is lost after a minute, and may be asked again', async () => {
		const { noticeId } = await world();
		const asked = await ask(noticeId, none);
		expect((await readQuestions(database.db, noticeId, later(60)))!.asked[0]!.state).toBe('running');
		expect((await readQuestions(database.db, noticeId, later(61)))!.asked[0]!.state).toBe('lost');
		expect(await ask(noticeId, none, officer, later(61))).toMatchObject({ ok: true, fresh: true });
		expect(asked).toMatchObject({ ok: true });
	});
});

test('the last ten answers of a notice are kept; an older one goes with its key', async () => {
	const { noticeId } = await world();
	const { id: oldest } = await answered(noticeId, none);
	const row = await database.db.selectFrom('what_ifs').selectAll().where('id', '=', oldest).executeTakeFirstOrThrow();
	for (let second = 1; second <= 10; second++) {
		const question: WhatIfQuestion = { ...none, dropOutPercent: second };
		const asked = await ask(noticeId, question, officer, later(second));
		if (!asked.ok) throw new Error(asked.problem);
		await database.transact((trx) => cancelWhatIf(trx, noticeId, asked.id, officer, later(second)));
	}
	expect((await readQuestions(database.db, noticeId, NOW))!.asked).toHaveLength(10);
	expect(await read(noticeId, oldest)).toBeNull();
	const keys = await database.db.selectFrom('data_keys').select('id').where('id', '=', row.data_key_id!).execute();
	expect(keys).toEqual([]);
});
