import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Household } from '$lib/domain/household/household';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { aClosedNotice, NOW } from '../../../support/builders/closed-notice';
import { aHouseholdOf, healthFacts } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const HOUSEHOLDS = 14_901;
const DWELLINGS = 560;

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const home = (n: number): Household['home'] => ({
	kind: n % 3 === 0 ? 'hosted' : 'rented',
	netAreaDm2: 4_000 + (n % 50) * 100,
	eviction: n % 7 === 0 ? 'enforceable' : 'none',
	unhealthy: n % 11 === 0
});

test('a notice of real size is worked out in turns, so that other requests are not kept waiting', async () => {
	const { noticeId } = await aClosedNotice(database, {
		dwellings: Array.from({ length: DWELLINGS }, (_, n) => ({ setAside: n % 40 === 0 ? ['wheelchair'] : [] })),
		applications: Array.from({ length: HOUSEHOLDS }, (_, n) => ({
			pseudonym: `S-${n}`,
			choices: [0, 1, 2, 3, 4].map((k) => ((n * 37 + k * 101) % DWELLINGS) + 1),
			household: aHouseholdOf((n % 4) + 1, { iseeCents: (n * 997) % 1_600_000, home: home(n) }),
			health: n % 60 === 0 ? healthFacts('wheelchairIndoors') : healthFacts()
		}))
	});
	const stop = new AbortController();
	const longest = watchTurns(stop.signal);
	const started = performance.now();
	const out = await workOutRound(database.db, noticeId, NOW);
	const total = performance.now() - started;
	stop.abort();
	if (!out.ok) throw new Error(out.problem);
	expect(out.result.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
	expect(out.worked.summary).toMatchObject({ households: HOUSEHOLDS, assigned: DWELLINGS });
	const turns = await longest;
	console.info(
		`${HOUSEHOLDS} households worked out on ${database.kind} in ${Math.round(total)} ms, ` +
			`${turns.count} turns, longest ${Math.round(turns.longest)} ms`
	);
	expect(turns.count).toBeGreaterThan(15);
});

/** How often, and after how long at most, other work got its turn. */
async function watchTurns(signal: AbortSignal): Promise<{ count: number; longest: number }> {
	let [count, longest, last] = [0, 0, performance.now()];
	while (!signal.aborted) {
		await nextTurn();
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
		count += 1;
	}
	return { count, longest };
}
