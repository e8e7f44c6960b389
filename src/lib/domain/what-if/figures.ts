import type { ComputedRound } from '../allocation/compute-round';

/** The figures of one round. */
export interface WhatIfFigures {
	readonly housed: number;
	readonly withoutHome: number;
	/** The ids of dwellings with a free place. */
	readonly untaken: readonly string[];
	/** How many of the best-ranked households end with nothing: from the top of each list as many as it has places. */
	readonly bestRanked: { readonly households: number; readonly withoutHome: number };
	/** How many dwellings are set aside. */
	readonly setAside: number;
}

export function countFigures(computed: ComputedRound): WhatIfFigures {
	const { market, outcome } = computed;
	const housed = outcome.dwelling.filter((dwelling) => dwelling >= 0).length;
	const takePart = market.active.filter((active) => active === 1).length;
	const best = bestRanked(computed);
	return {
		housed,
		withoutHome: takePart - housed,
		untaken: market.dwellings.filter((_, dwelling) => outcome.free[dwelling]! > 0),
		bestRanked: {
			households: best.size,
			withoutHome: [...best].filter((household) => outcome.dwelling[household]! < 0).length
		},
		setAside: market.dwellings.filter((_, d) => market.setAsideStart[d + 1]! > market.setAsideStart[d]!).length
	};
}

/** The households in the first places of a list, as many as the list has places. Each counts once. */
function bestRanked({ market, lists }: ComputedRound): ReadonlySet<number> {
	const places = new Float64Array(market.listCount);
	market.listOf.forEach((list, dwelling) => (places[list]! += market.capacity[dwelling]!));
	return new Set(lists.flatMap((order, list) => Array.from(order.subarray(0, places[list]))));
}
