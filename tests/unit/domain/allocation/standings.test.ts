import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarket } from '$lib/domain/allocation/build-market';
import { orderLists } from '$lib/domain/allocation/list-order';
import type { MarketColumns } from '$lib/domain/allocation/market';
import type { Round } from '$lib/domain/allocation/round';
import { countAskers, Standings } from '$lib/domain/allocation/standings';
import { plainOrder } from '../../../support/plain-order';
import { ordersOf } from '../../../support/allocation-facts';
import { aRound, aScarceRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

function standingsOf(round: Round) {
	const market = buildMarket(round);
	const lists = orderLists(market);
	const standings = new Standings(market, lists);
	const wishes = market.applications.flatMap((id, application) => {
		const [from, end] = [market.choiceStart[application]!, market.choiceStart[application + 1]!];
		return Array.from({ length: end - from }, (_, i) => {
			const dwelling = market.choices[from + i]!;
			return { id, application, dwelling, standing: standings.of(application, dwelling, from + i) };
		});
	});
	return { market, standings, wishes };
}

describe('the standings at a dwelling', () => {
	it('order the households that chose it as a plain comparison does, and name the household of each', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aScarceRound), (round) => {
				const { market, standings, wishes } = standingsOf(round);
				const orders = ordersOf(round);
				const askers = countAskers(market, standings);
				market.dwellings.forEach((id, dwelling) => {
					const asking = wishes.filter((wish) => wish.dwelling === dwelling && wish.standing >= 0);
					asking.sort((a, b) => a.standing - b.standing);
					expect(asking.map((wish) => wish.id)).toEqual(orders.get(id));
					expect(askers[dwelling]).toBe(asking.length);
					for (const { application, standing } of asking) expect(standings.who(dwelling, standing)).toBe(application);
				});
				for (const { standing } of wishes) expect(standing).toBeGreaterThanOrEqual(-1);
			}),
			runs(300)
		);
	});

	it('are never less than the household’s least: the best rank it has in a list', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aScarceRound), (round) => {
				const { market, standings } = standingsOf(round);
				const ordered = round.dwellings.some(({ order }) => order);
				market.applications.forEach((id, application) => {
					const ranks = Object.keys(round.applications.find((row) => row.id === id)!.keys ?? {}).map((list) =>
						rankIn(round, list).indexOf(id)
					);
					const best = Math.min(2 ** 31 - 1, ...ranks.filter((rank) => rank >= 0));
					expect(standings.least(application)).toBe(ordered ? 0 : best);
				});
			}),
			runs(200)
		);
	});

	it.each([
		[2 ** 20 - 1, 2 ** 11, Int32Array],
		[2 ** 20, 2 ** 11, Float64Array]
	])('with %i tiers of %i households fit 32 bits or do not', (tiers, households, kind) => {
		const market = {
			active: new Uint8Array(households),
			categories: [],
			capacity: Float64Array.of(1),
			setAsideStart: Int32Array.of(0, tiers - 1),
			explicitOrder: [null],
			entryList: new Int32Array(0),
			listCount: 0
		} as unknown as MarketColumns;
		expect(new Standings(market, []).column(3)).toEqual(new kind(3));
	});
});

/** Every household that takes part and has keys for the list, best first. */
function rankIn(round: Round, list: string): string[] {
	const everybody = round.applications.map((row) => ({ ...row, choices: ['any'] }));
	return plainOrder({ ...round, applications: everybody }, { id: 'any', list });
}
