import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeRound } from '$lib/domain/allocation/compute-round';
import { buildMarket } from '$lib/domain/allocation/build-market';
import type { Round } from '$lib/domain/allocation/round';
import { breakDown } from '$lib/domain/what-if/break-down';
import { bandOf, simulateChances } from '$lib/domain/what-if/chances';
import { changeRound, type Change, type ChangeFacts } from '$lib/domain/what-if/change';
import { countDecisions } from '$lib/domain/what-if/decisions';
import { countFigures } from '$lib/domain/what-if/figures';
import { imagineRound } from '$lib/domain/what-if/imagine-round';
import { compareOutcomes } from '$lib/domain/what-if/moves';
import { aRound } from '../../../support/random-round';

const nothing: ChangeFacts = { dwellings: [], rescored: new Map() };
const noReport = async () => {};

/** Twenty households with decreasing points and two homes. The last ten are poor, and the second home is for the poor. */
const round: Round = {
	format: 'round/1',
	notice: 'n',
	beacon: 'c0ffee',
	dwellings: [
		{ id: 'sun', list: 'comune' },
		{ id: 'moon', list: 'comune', setAside: ['indigent'] }
	],
	applications: Array.from({ length: 20 }, (_, n) => ({
		id: `A-${String(n).padStart(2, '0')}`,
		choices: n % 2 === 0 ? ['sun', 'moon'] : ['moon', 'sun'],
		keys: { comune: [2_000 - n, 0] },
		...(n >= 10 && { categories: ['indigent'] })
	}))
};

const holders = (one: Round) => {
	const { market, outcome } = computeRound(one);
	return Object.fromEntries(
		market.applications.flatMap((id, i) =>
			outcome.dwelling[i]! < 0 ? [] : [[market.dwellings[outcome.dwelling[i]!]!, id]]
		)
	);
};

describe('a change', () => {
	const after = (change: Change, facts = nothing) => holders(changeRound(round, change, facts));

	test('changes nothing, or drops a set-aside, or shortens the lists', () => {
		expect(after({ kind: 'none' })).toEqual({ sun: 'A-00', moon: 'A-10' });
		expect(after({ kind: 'no-set-aside', category: 'indigent' })).toEqual({ sun: 'A-00', moon: 'A-01' });
		expect(after({ kind: 'choices', most: 1 })).toEqual({ sun: 'A-00', moon: 'A-11' });
	});

	test('of points replaces the keys of households scored again, and leaves the others', () => {
		const facts = { dwellings: [], rescored: new Map([['A-19', [9_999, 0]]]) };
		expect(after({ kind: 'points', criterion: 'elderly', percent: 200 }, facts)).toEqual({ sun: 'A-00', moon: 'A-19' });
	});

	test('of a share labels so many homes of each list, any fraction counting as one more', () => {
		const shares = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }));
		fc.assert(
			fc.property(shares, ([percent, count]) => {
				const dwellings = Array.from({ length: count }, (_, n) => ({
					id: `u${n}`,
					list: n % 3 === 0 ? 'aler' : 'comune',
					...(n % 5 === 0 && { setAside: ['wheelchair'] })
				}));
				const changed = changeRound({ ...round, dwellings }, { kind: 'share', category: 'young', percent }, nothing);
				for (const list of ['aler', 'comune']) {
					const ofList = dwellings.filter((one) => one.list === list);
					const free = ofList.filter((one) => !one.setAside).length;
					const young = changed.dwellings.filter((one) => one.list === list && one.setAside?.includes('young'));
					expect(young.length).toBe(Math.min(free, Math.ceil((ofList.length * percent) / 100)));
				}
				expect(changed.dwellings.filter((one) => one.setAside?.includes('wheelchair')).length).toBe(
					Math.ceil(count / 5)
				);
			})
		);
	});
});

describe('winners and losers', () => {
	test('a round compared with itself has neither', () => {
		fc.assert(
			fc.property(aRound, (one) => {
				const computed = computeRound(one);
				const moves = compareOutcomes(computed, computeRound(one));
				expect(moves).toEqual({ winners: [], losers: [] });
				const facts = { sizes: new Map(), zones: new Map() };
				expect(breakDown(moves, computed, computed, facts)).toMatchObject({ winners: 0, losers: 0 });
			})
		);
	});

	test('each household that ends elsewhere either gains or loses, by its own list, and the other way round on the way back', () => {
		fc.assert(
			fc.property(aRound, fc.constantFrom('very-poor', 'disabled'), (one, category) => {
				const before = computeRound(one);
				const after = computeRound(changeRound(one, { kind: 'no-set-aside', category }, nothing));
				const { winners, losers } = compareOutcomes(before, after);
				const moved = [...before.outcome.dwelling.keys()].filter(
					(household) => before.outcome.dwelling[household] !== after.outcome.dwelling[household]
				);
				expect([...winners, ...losers].sort((a, b) => a - b)).toEqual(moved);
				expect(compareOutcomes(after, before)).toEqual({ winners: losers, losers: winners });
				for (const household of winners) expect(after.outcome.dwelling[household]).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('a handful of households is not shown at all, neither divided nor counted', async () => {
		const report = await imagineRound(
			{
				round,
				change: { kind: 'no-set-aside', category: 'indigent' },
				dwellings: [],
				sizes: new Map(),
				rescored: new Map(),
				simulation: { rounds: 1, dropOutPercent: 0, seed: 1 }
			},
			noReport
		);
		expect(report.moves).toMatchObject({ winners: null, losers: null });
		expect(report.moves.breakdowns.flatMap(({ rows }) => rows.map(({ winners, losers }) => winners ?? losers))).toEqual(
			report.moves.breakdowns.flatMap(({ rows }) => rows.map(() => null))
		);
	});

	test('a crowd is divided, and every breakdown shows no count under four', () => {
		const crowd: Round = {
			...round,
			dwellings: Array.from({ length: 60 }, (_, n) => ({
				id: `u${n}`,
				list: 'comune',
				...(n % 2 === 0 && { setAside: ['indigent'] })
			})),
			applications: Array.from({ length: 300 }, (_, n) => ({
				id: `A-${n}`,
				choices: Array.from({ length: 10 }, (_, k) => `u${(n * 7 + k * 11) % 60}`),
				keys: { comune: [1_000 - n] },
				categories: [...(n > 200 ? ['indigent'] : []), ...(n % 50 === 0 ? ['wheelchair'] : [])]
			}))
		};
		const before = computeRound(crowd);
		const after = computeRound(changeRound(crowd, { kind: 'no-set-aside', category: 'indigent' }, nothing));
		const moves = compareOutcomes(before, after);
		const facts = {
			sizes: new Map(crowd.applications.map(({ id }, n) => [id, (n % 7) + 1])),
			zones: new Map(crowd.dwellings.map(({ id }, n) => [id, n < 20 ? 'north' : 'south']))
		};
		const shown = breakDown(moves, before, after, facts);
		expect(shown.winners).toBe(moves.winners.length);
		expect(shown.losers).toBe(moves.losers.length);
		const cells = shown.breakdowns.flatMap(({ rows }) => rows.flatMap(({ winners, losers }) => [winners, losers]));
		expect(cells.every((cell) => cell === null || cell >= 4)).toBe(true);
		const zones = shown.breakdowns.find(({ by }) => by === 'zone')!.rows;
		expect(zones.map(({ kind }) => kind)).toEqual(['north', 'south']);
		expect(zones[0]!.winners! + zones[1]!.winners!).toBe(moves.winners.length);
	});
});

describe('chances', () => {
	const simulation = { rounds: 30, dropOutPercent: 25, seed: 7 };

	test('without drop-outs they are the round itself, certain', async () => {
		await fc.assert(
			fc.asyncProperty(aRound, async (one) => {
				const { market, outcome } = computeRound(one);
				const chances = await simulateChances(market, { ...simulation, rounds: 2, dropOutPercent: 0 }, noReport);
				chances.forEach((bands, household) => {
					if (market.active[household] === 0) return expect(bands).toBeNull();
					expect(bands![0]).toBe(outcome.dwelling[household]! >= 0 ? 4 : 0);
					const held = outcome.edge[household]! - market.choiceStart[household]!;
					bands!.slice(1).forEach((band, wish) => expect(band).toBe(wish === held ? 4 : 0));
				});
			}),
			{ numRuns: 60 }
		);
	});

	test('the same seed gives the same chances, a household that signed stays, and the chance of any home is at least that of one home', async () => {
		await fc.assert(
			fc.asyncProperty(aRound, async (one) => {
				const market = buildMarket(one);
				const chances = await simulateChances(market, simulation, noReport);
				expect(await simulateChances(market, simulation, noReport)).toEqual(chances);
				chances.forEach((bands, household) => {
					if (market.frozenAt[household]! >= 0 && market.active[household] === 1) expect(bands![0]).toBe(4);
					for (const band of bands?.slice(1) ?? []) expect(band).toBeLessThanOrEqual(bands![0]!);
				});
			}),
			{ numRuns: 40 }
		);
	});

	test('when others drop out, the next household gets its chance', async () => {
		const chances = await simulateChances(buildMarket(round), { rounds: 400, dropOutPercent: 50, seed: 1 }, noReport);
		const any = chances.map((bands) => bands![0]!);
		expect(any[0]).toBe(4);
		expect(any[2]).toBeLessThan(4);
		expect(any[2]).toBeGreaterThan(any[8]!);
	});

	test.each([
		[0, 0],
		[0.049, 0],
		[0.05, 1],
		[0.25, 2],
		[0.749, 2],
		[0.75, 3],
		[0.95, 4],
		[1, 4]
	])('%f of the rounds is band %i', (share, band) => expect(bandOf(share)).toBe(band));
});

describe('figures', () => {
	test('every household that takes part is housed or not, and every dwelling held has one decision', () => {
		fc.assert(
			fc.property(aRound, (one) => {
				const computed = computeRound(one);
				const { market, outcome } = computed;
				const { housed, withoutHome, untaken, bestRanked } = countFigures(computed);
				expect(housed + withoutHome).toBe(one.applications.filter(({ withdrawn }) => !withdrawn).length);
				expect(bestRanked.withoutHome).toBeLessThanOrEqual(Math.min(bestRanked.households, withoutHome));
				expect(untaken.every((id) => outcome.free[market.dwellings.indexOf(id)]! > 0)).toBe(true);
				const decided = [...countDecisions(computed).values()].reduce((sum, count) => sum + count, 0);
				const held = new Set([...outcome.dwelling].filter((d, household) => d >= 0 && market.frozenAt[household]! < 0));
				expect(decided).toBe(held.size);
			})
		);
	});

	test('the rule that decided is the one between the holder and the first household that wanted the home more', () => {
		expect([...countDecisions(computeRound(round))]).toEqual([['key[0]', 2]]);
		const onlyOne = { ...round, applications: round.applications.slice(0, 11) };
		expect([...countDecisions(computeRound(onlyOne))]).toEqual([
			['setAside', 1],
			['key[0]', 1]
		]);
		const alone = { ...round, applications: round.applications.slice(0, 1) };
		expect([...countDecisions(computeRound(alone))]).toEqual([['nobody-else', 1]]);
		expect(countFigures(computeRound(round)).bestRanked).toEqual({ households: 2, withoutHome: 1 });
	});
});
