import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Round, RoundDwelling } from '$lib/domain/allocation/round';
import { active, held, isStable, ordersOf, present, rank, type Held } from '../../../support/allocation-facts';
import { aContestedRound, aRound, aTwoSidedRound, CATEGORIES } from '../../../support/random-round';

// Makes each mistake that would cost a household its home. The tests of fairness and departures notice it.

/** A household that signed for its second choice and would like the first when it becomes free. */
const withSigned: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: '00',
	dwellings: ['u1', 'u2'].map((id) => ({ id, list: 'l' })),
	applications: [
		{ id: 'a', choices: ['u1', 'u2'], keys: { l: [1] }, frozen: 'u2' },
		{ id: 'b', choices: ['u1'], keys: { l: [2] } }
	]
};
const drawn = fc.oneof(aRound, aContestedRound, aTwoSidedRound(6));
const rounds = [withSigned, ...fc.sample(drawn, { numRuns: 100, seed: 1962 })];
const withDwellings = (round: Round, change: (dwelling: RoundDwelling) => Partial<RoundDwelling>): Round => ({
	...round,
	dwellings: round.dwellings.map((dwelling) => ({ ...dwelling, ...change(dwelling) }))
});
const withKeys = (round: Round, change: (values: readonly number[], row: number) => number[]): Round => ({
	...round,
	applications: round.applications.map((row, i) => ({
		...row,
		keys: Object.fromEntries(Object.entries(row.keys ?? {}).map(([list, values]) => [list, change(values, i)]))
	}))
});

const WRONG_ORDERS: Readonly<Record<string, (round: Round) => Round>> = {
	'comparator reversed': (round) => withKeys(round, (values) => values.map((key) => -key)),
	'first come first served': (round) => withKeys(round, (_, row) => [-row]),
	'second key before the first': (round) => withKeys(round, (values) => values.toReversed()),
	'label ignored': (round) => withDwellings(round, () => ({ setAside: [], exclusive: false })),
	'label inverted': (round) => ({
		...round,
		applications: round.applications.map(({ categories = [], ...row }) => {
			return { ...row, categories: CATEGORIES.filter((category) => !categories.includes(category)) };
		})
	}),
	'second label before the first': (round) =>
		withDwellings(round, ({ setAside }) => ({ setAside: setAside?.toReversed() })),
	'exclusive ignored': (round) => withDwellings(round, () => ({ exclusive: false })),
	'explicit order reversed': (round) => withDwellings(round, ({ order }) => ({ order: order?.toReversed() })),
	'lots ignored': (round) => withDwellings(round, () => ({ capacity: round.applications.length }))
};

function isFeasible(round: Round, outcome: Held): boolean {
	const orders = ordersOf(round);
	return round.dwellings.every(({ id, capacity = 1 }) => {
		const holders = [...outcome].filter(([, dwelling]) => dwelling === id).map(([holder]) => holder);
		const signed = new Set(round.applications.filter(({ frozen }) => frozen === id).map((row) => row.id));
		return (
			holders.length <= capacity && holders.every((holder) => signed.has(holder) || orders.get(id)!.includes(holder))
		);
	});
}

const isFair = (round: Round, outcome: Held) => isFeasible(round, outcome) && isStable(round, ordersOf(round), outcome);

it('the right order is seen to be fair', () => {
	for (const round of rounds) expect(isFair(round, held(round))).toBe(true);
});

describe('a wrong order', () => {
	it.each(Object.entries(WRONG_ORDERS))('%s: seen to be unfair', (_, wrong) => {
		expect(rounds.some((round) => !isFair(round, held(wrong(round))))).toBe(true);
	});
});

/** Repairs after a departure. `pick` chooses which of the households that want the free place gets it. */
function depart(
	round: Round,
	leaver: string,
	pick: (wanting: string[]) => string | undefined,
	frozenToo = false
): Held {
	const orders = ordersOf(round);
	const outcome = new Map(held(round));
	let vacant = outcome.get(leaver);
	outcome.delete(leaver);
	const mobile = frozenToo ? present(round) : active(round);
	while (vacant !== undefined) {
		const dwelling: string = vacant;
		const wanting = orders.get(dwelling)!.filter((id) => {
			const row = mobile.find((candidate) => candidate.id === id && id !== leaver);
			const now = outcome.get(id);
			return row && (now === undefined || row.choices.indexOf(dwelling) < row.choices.indexOf(now));
		});
		const taker = pick(wanting);
		if (taker === undefined) break;
		vacant = outcome.get(taker);
		outcome.set(taker, dwelling);
	}
	return outcome;
}

function isFairDeparture(round: Round, leaver: string, outcome: Held): boolean {
	const applications = round.applications.map((row) =>
		row.id === leaver ? { ...row, frozen: undefined, withdrawn: true } : row
	);
	const left = { ...round, applications };
	const stayed = applications.every(({ id, frozen }) => frozen === undefined || outcome.get(id) === frozen);
	const before = held(round);
	const unhurt = active(left).every((row) => rank(row, outcome) <= rank(row, before));
	return stayed && unhurt && isFair(left, outcome);
}

describe('a wrong chain', () => {
	const departures = rounds.flatMap((round) => present(round).map(({ id }) => [round, id] as const));
	const first = ([id]: string[]) => id;

	it('the right one is seen to be fair', () => {
		for (const [round, leaver] of departures) {
			expect(isFairDeparture(round, leaver, depart(round, leaver, first))).toBe(true);
		}
	});

	it.each([
		['skips a better-ranked household', (wanting: string[]) => wanting[1] ?? wanting[0], false],
		['goes up from the bottom', (wanting: string[]) => wanting.at(-1), false],
		['never starts', () => undefined, false],
		['moves one that signed', first, true]
	] as const)('%s: seen to be unfair', (_, pick, frozenToo) => {
		const fair = departures.every(([round, leaver]) =>
			isFairDeparture(round, leaver, depart(round, leaver, pick, frozenToo))
		);
		expect(fair).toBe(false);
	});
});
