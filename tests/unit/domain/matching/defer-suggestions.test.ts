import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferSuggestions } from '$lib/domain/matching/defer-suggestions';
import { pairNumber, type PairMarket } from '$lib/domain/matching/pair-market';
import type { Caps, Pair } from '$lib/domain/matching/terms';
import {
	blockingPairs,
	naiveSuggestions,
	stableOutcomes,
	textOf,
	type Preferences
} from '../../../support/naive-suggestions';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

/** Markets where lists need not be mutual. */
const markets = (mostHomes: number, mostSeekers: number) =>
	fc
		.record({ homes: fc.integer({ min: 0, max: mostHomes }), seekers: fc.integer({ min: 0, max: mostSeekers }) })
		.chain((size) => {
			const homes = names('h', size.homes);
			const seekers = names('s', size.seekers);
			const lists = (ids: string[], others: string[]) =>
				fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.shuffledSubarray(others))));
			return fc.record({ homes: lists(homes, seekers), seekers: lists(seekers, homes) });
		})
		.map<Preferences>(({ homes, seekers }) => ({ homes: new Map(homes), seekers: new Map(seekers) }));

const capsUpTo = (most: number) =>
	fc.record<Caps>({ perHome: fc.integer({ min: 0, max: most }), perSeeker: fc.integer({ min: 0, max: most }) });

/** Any preferences as a market: each seeker is a kind of its own, and its grade is its place in each home's list. */
function marketOf(preferences: Preferences): PairMarket {
	const [homes, seekers] = [[...preferences.homes.keys()], [...preferences.seekers.keys()]];
	const lists = seekers.map((seeker) =>
		preferences.seekers.get(seeker)!.filter((home) => preferences.homes.get(home)!.includes(seeker))
	);
	const wishStart = new Int32Array(seekers.length + 1);
	lists.forEach((list, kind) => (wishStart[kind + 1] = wishStart[kind]! + list.length));
	const wishes = lists.flatMap((list, kind) => list.map((home) => ({ home, seeker: seekers[kind]! })));
	return {
		homes,
		seekers,
		kindOf: Int32Array.from(seekers, (_, i) => i),
		wishStart,
		wishes: Int32Array.from(wishes, ({ home }) => homes.indexOf(home)),
		grades: Float64Array.from(wishes, ({ home, seeker }) => preferences.homes.get(home)!.indexOf(seeker)),
		drawn: Int32Array.from(seekers, (_, i) => i),
		bounds: [],
		leftOut: new Set()
	};
}

function suggest(market: PairMarket, caps: Caps): Pair[] {
	const lists = deferSuggestions(market, caps);
	return market.homes.flatMap((home, at) =>
		Array.from(lists.of(at), (seeker) => ({ home, seeker: market.seekers[seeker]! }))
	);
}

describe('deferred acceptance with a cap on each side', () => {
	it('agrees with the suggestions computed day by day', () =>
		fc.assert(
			fc.property(markets(8, 12), capsUpTo(4), (preferences, caps) => {
				expect(textOf(suggest(marketOf(preferences), caps))).toEqual(naiveSuggestions(preferences, caps));
			}),
			{ numRuns: 1_000 }
		));

	it('leaves no home and seeker that would both prefer each other', () =>
		fc.assert(
			fc.property(markets(7, 9), capsUpTo(3), (preferences, caps) => {
				expect(blockingPairs(preferences, suggest(marketOf(preferences), caps), caps)).toEqual([]);
			}),
			{ numRuns: 500 }
		));

	it('respects both caps and what both sides accept, each pair once, each list best first', () =>
		fc.assert(
			fc.property(markets(7, 9), capsUpTo(3), (preferences, caps) => {
				const given = suggest(marketOf(preferences), caps);
				expect(new Set(textOf(given)).size).toBe(given.length);
				for (const { home, seeker } of given) {
					expect(preferences.seekers.get(seeker)).toContain(home);
					const own = given.filter((one) => one.home === home).map((one) => one.seeker);
					expect(own.length).toBeLessThanOrEqual(caps.perHome);
					expect(given.filter((one) => one.seeker === seeker).length).toBeLessThanOrEqual(caps.perSeeker);
					expect(own).toEqual(preferences.homes.get(home)!.filter((one) => own.includes(one)));
				}
			})
		));

	it('gives every seeker its best among all stable outcomes, and each side as many as every one of them', () =>
		fc.assert(
			fc.property(markets(3, 3), capsUpTo(2), (preferences, caps) => {
				const given = suggest(marketOf(preferences), caps);
				const all = stableOutcomes(preferences, caps);
				expect(all.map((one) => textOf(one))).toContainEqual(textOf(given));
				for (const other of all) {
					for (const [seeker, wishes] of preferences.seekers) {
						const of = (some: readonly Pair[]) => some.filter((one) => one.seeker === seeker).map((one) => one.home);
						// If it chose from both outcomes, it would keep what it has.
						const both = wishes.filter((home) => [...of(given), ...of(other)].includes(home));
						expect(both.slice(0, caps.perSeeker).sort()).toEqual(of(given).sort());
						expect(of(other).length).toBe(of(given).length);
					}
					for (const home of preferences.homes.keys()) {
						const of = (some: readonly Pair[]) => some.filter((one) => one.home === home).length;
						expect(of(other)).toBe(of(given));
					}
				}
			}),
			{ numRuns: 300 }
		));

	it('suggests no pair that is left out or out of bounds: as if neither had ever wished for the other', () =>
		fc.assert(
			fc.property(
				markets(6, 8),
				capsUpTo(3),
				fc.array(fc.nat(47)),
				fc.infiniteStream(fc.nat(3)),
				(p, caps, out, ns) => {
					const market = marketOf(p);
					const numbers = (rows: readonly string[]) => Float64Array.from(rows, () => ns.next().value);
					const bound = { ofHome: numbers(market.homes), ofSeeker: numbers(market.seekers) };
					const leftOut = new Set(out);
					const possible = (home: string, seeker: string) => {
						const [h, s] = [market.homes.indexOf(home), market.seekers.indexOf(seeker)];
						return bound.ofHome[h]! <= bound.ofSeeker[s]! && !leftOut.has(pairNumber(h, s, market.seekers.length));
					};
					const rest = {
						...p,
						seekers: new Map([...p.seekers].map(([s, list]) => [s, list.filter((h) => possible(h, s))]))
					};
					const given = suggest({ ...market, bounds: [bound], leftOut }, caps);
					expect(textOf(given)).toEqual(naiveSuggestions(rest, caps));
				}
			)
		));
});
