import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '$lib/server/demo/load';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const NOW = '2026-11-22T20:53:08.000Z';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	expect(await loadDemo(database.transact, NOW)).toEqual({ ok: true });
});
afterAll(() => database.close());

test('the checks of files stand at each point', async () => {
	const rows = await database.db.selectFrom('verifications').select(['standing', 'waits_for']).execute();
	const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
	expect(count(({ standing }) => standing === 'verified')).toBeGreaterThanOrEqual(4);
	expect(count(({ waits_for }) => waits_for === 'household')).toBe(1);
	expect(count(({ waits_for }) => waits_for === 'office')).toBe(1);
	const acts = await database.db.selectFrom('fact_checks').select('act').execute();
	for (const act of ['accepted', 'corrected', 'asked', 'answered'] as const)
		expect(acts.map((row) => row.act)).toContain(act);
});

test('notices of rejection wait for an answer, for a decision and for a second person, and were decided each way', async () => {
	const rows = await database.db
		.selectFrom('rejections')
		.select(['outcome', 'answered_at', 'proposed_by', 'decision', 'deadline'])
		.execute();
	const states = rows.map(({ outcome, answered_at, proposed_by, deadline }) => {
		if (outcome !== null) return outcome;
		if (proposed_by !== null) return 'proposed';
		return answered_at !== null ? 'answered' : deadline > NOW ? 'open' : 'late';
	});
	expect(states.toSorted()).toEqual(['answered', 'dropped', 'excluded', 'open', 'proposed']);
});

test('a line was kept and a line was corrected, in the corrected version', async () => {
	const outcomes = await database.db.selectFrom('contests').select('outcome').execute();
	expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['corrected', 'kept']);
});

test('a change was accepted and another waits; a sample waits for a second person', async () => {
	const changes = await database.db.selectFrom('household_changes').select('outcome').execute();
	expect(new Set(changes.map(({ outcome }) => outcome))).toEqual(new Set(['accepted', null]));
	expect(await database.db.selectFrom('control_samples').select(['outcome', 'drawn_at']).execute()).toEqual([
		{ outcome: null, drawn_at: null }
	]);
});
