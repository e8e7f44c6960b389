import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import { runRound } from '$lib/domain/allocation/run-round';
import { nextRound } from '$lib/domain/rounds/after-departures';
import { withoutHomes } from '$lib/domain/rounds/without-homes';
import { aRoundUpTo } from '../../../support/random-round';

const aFirstRound = aRoundUpTo(5, 9, 3).map((round): Round => ({
	...round,
	dwellings: round.dwellings.map(({ order: _order, ...dwelling }) => dwelling),
	applications: round.applications.map(({ frozen: _frozen, ...application }) => application)
}));

/** One die a home and one a household: whether the home leaves, and whether the household has an offer. */
const dice = fc.record({
	homes: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
	offers: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 })
});

function play(round: Round, { homes, offers }: { homes: boolean[]; offers: boolean[] }) {
	const before = runRound(round, '00');
	const gone = round.dwellings.filter((_, index) => homes[index]).map(({ id }) => id);
	const offered = new Set(before.assignments.filter((_, index) => offers[index]).map(({ application }) => application));
	const next = nextRound(round, before, { signed: new Map(), struck: [], left: { gone, offered } });
	return { before, gone: new Set(gone), offered, next, after: runRound(next, '00') };
}

const forEachPlay = (check: (played: ReturnType<typeof play>, round: Round) => void) =>
	fc.assert(
		fc.property(aFirstRound, dice, (round, thrown) => check(play(round, thrown), round)),
		{ numRuns: 300 }
	);

test('nobody asks for a home that left, and nobody gets it', () => {
	forEachPlay(({ gone, next, after }) => {
		expect(next.dwellings.some(({ id }) => gone.has(id))).toBe(false);
		expect(next.applications.flatMap(({ choices }) => choices).some((id) => gone.has(id))).toBe(false);
		expect(after.assignments.some(({ dwelling }) => gone.has(dwelling))).toBe(false);
	});
});

test('a household with an offer of a home that stays keeps it, or gets one it prefers', () => {
	forEachPlay(({ before, gone, offered, next, after }) => {
		const now = new Map(after.assignments.map(({ application, dwelling }) => [application, dwelling]));
		for (const { application, dwelling } of before.assignments) {
			if (gone.size === 0 || gone.has(dwelling) || !offered.has(application)) continue;
			const { choices } = next.applications.find(({ id }) => id === application)!;
			expect(choices.indexOf(now.get(application)!)).toBeGreaterThanOrEqual(0);
			expect(choices.indexOf(now.get(application)!)).toBeLessThanOrEqual(choices.indexOf(dwelling));
		}
	});
});

test('where nobody has an offer, the next version is the round as it would have been without the home', () => {
	forEachPlay(({ gone, before }, round) => {
		if (gone.size === 0) return;
		const next = nextRound(round, before, {
			signed: new Map(),
			struck: [],
			left: { gone: [...gone], offered: new Set() }
		});
		expect(runRound(next, '00').assignments).toEqual(runRound(withoutHomes(round, gone), '00').assignments);
	});
});

test('a household that had accepted a home which left is no longer frozen', () => {
	const round: Round = {
		format: 'round/1',
		notice: 'n',
		beacon: 'beac07',
		dwellings: [
			{ id: 'u1', list: 'comune' },
			{ id: 'u2', list: 'comune' }
		],
		applications: [{ id: 'a', choices: ['u1', 'u2'], keys: { comune: [1] }, frozen: 'u1' }]
	};
	expect(runRound(withoutHomes(round, new Set(['u1'])), '00').assignments).toMatchObject([
		{ application: 'a', dwelling: 'u2', through: 'open' }
	]);
});
