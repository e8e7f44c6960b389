import type { MarketColumns } from './market';
import { countAskers, type StandingColumn, type Standings } from './standings';

/** The order of every dwelling, end to end, and the place of each wish in it. */
export interface Orders {
	/** Dwelling d's order is `applications` from `start[d]` to `start[d + 1]`, best first. */
	readonly start: Int32Array;
	readonly applications: Int32Array;
	/** The edge of each of them for that dwelling, in the same positions. */
	readonly edges: Int32Array;
	/** Per edge: place in the dwelling's order, 1 = first; 0 when the application is not acceptable there. */
	readonly places: Int32Array;
}

/**
 * Computes the orders of all dwellings: the acceptable households, sorted by standing. The outcome of a round needs
 * only standings. Chains, explanations and the public projection need the orders.
 */
export function buildOrders(market: MarketColumns, standings: Standings): Orders {
	const { active, choiceStart, choices } = market;
	const start = startsOfOrders(market, standings);
	const sorted = sortedStandings(market, standings, start);
	const applications = new Int32Array(sorted.length);
	const edges = new Int32Array(sorted.length);
	const places = new Int32Array(choices.length);
	for (let application = 0; application < active.length; application++) {
		for (let edge = choiceStart[application]!; edge < choiceStart[application + 1]!; edge++) {
			const dwelling = choices[edge]!;
			const standing = standings.of(application, dwelling, edge);
			if (standing < 0) continue;
			const at = indexOf(sorted, start[dwelling]!, start[dwelling + 1]!, standing);
			places[edge] = at - start[dwelling]! + 1;
			applications[at] = application;
			edges[at] = edge;
		}
	}
	return { start, applications, edges, places };
}

/** The standings of every dwelling's acceptable households, end to end, each dwelling's sorted. */
function sortedStandings(market: MarketColumns, standings: Standings, start: Int32Array): StandingColumn {
	const { active, choiceStart, choices, capacity } = market;
	const next = start.slice();
	const sorted = standings.column(start[capacity.length]!);
	for (let application = 0; application < active.length; application++) {
		for (let edge = choiceStart[application]!; edge < choiceStart[application + 1]!; edge++) {
			const dwelling = choices[edge]!;
			const standing = standings.of(application, dwelling, edge);
			if (standing >= 0) sorted[next[dwelling]!++] = standing;
		}
	}
	for (let dwelling = 0; dwelling < capacity.length; dwelling++) {
		sorted.subarray(start[dwelling], start[dwelling + 1]).sort();
	}
	return sorted;
}

/** The position of a standing in a sorted range that contains it. */
function indexOf(sorted: StandingColumn, from: number, to: number, standing: number): number {
	while (from + 1 < to) {
		const middle = (from + to) >> 1;
		if (sorted[middle]! <= standing) from = middle;
		else to = middle;
	}
	return from;
}

/** Where each dwelling's order begins. */
function startsOfOrders(market: MarketColumns, standings: Standings): Int32Array {
	const start = new Int32Array(market.capacity.length + 1);
	start.set(countAskers(market, standings), 1);
	for (let dwelling = 0; dwelling < market.capacity.length; dwelling++) start[dwelling + 1]! += start[dwelling]!;
	return start;
}
