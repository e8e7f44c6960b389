import type { MarketColumns } from './market';
import { NO_TIER, Tiers } from './tiers';

/** Every dwelling's order, end to end, and where each wish stands in it. */
export interface Orders {
	/** Dwelling d's order is `applications` from `start[d]` to `start[d + 1]`, best first. */
	readonly start: Int32Array;
	readonly applications: Int32Array;
	/** Per edge: place in the dwelling's order, 1 = first; 0 when the application is not acceptable there. */
	readonly places: Int32Array;
}

/**
 * Builds the orders of all dwellings. A dwelling's computed order is its list's order taken tier by tier, so one walk
 * down each list that drops every wish into its dwelling's next free line gives all of them sorted.
 * @param lists the order of each list, from `orderLists`
 */
export function buildOrders(market: MarketColumns, lists: readonly Int32Array[]): Orders {
	const lines = drawLines(market);
	const explicit = listExplicitOrders(market);
	const { lineStart, places } = lines;
	const start = new Int32Array(market.capacity.length + 1);
	const next = new Int32Array(lineStart[market.capacity.length]!);
	let at = 0;
	for (let dwelling = 0; dwelling < market.capacity.length; dwelling++) {
		start[dwelling] = at;
		for (let line = lineStart[dwelling]!; line < lineStart[dwelling + 1]!; line++) {
			next[line] = at;
			at += lines.counts[line]!;
		}
		at += explicit.get(dwelling)?.length ?? 0;
	}
	start[market.capacity.length] = at;
	const applications = new Int32Array(at);
	lists.forEach((order, list) => fillLines(market, list, order, { start, next, applications, places }));
	for (const [dwelling, edges] of explicit) {
		edges.forEach(({ application, edge }, i) => {
			applications[start[dwelling]! + i] = application;
			places[edge] = i + 1;
		});
	}
	return { start, applications, places };
}

/**
 * Gives each dwelling one line per tier, and every edge the number of its line plus one, 0 if not acceptable. The
 * column becomes the places once the lines are filled.
 */
function drawLines(market: MarketColumns) {
	const { choiceStart, choices, setAsideStart } = market;
	const lineStart = new Int32Array(market.capacity.length + 1);
	for (let dwelling = 0; dwelling < market.capacity.length; dwelling++) {
		lineStart[dwelling + 1] = lineStart[dwelling]! + setAsideStart[dwelling + 1]! - setAsideStart[dwelling]! + 1;
	}
	const counts = new Int32Array(lineStart[market.capacity.length]!);
	const places = new Int32Array(choices.length);
	const tiers = new Tiers(market);
	for (let application = 0; application < market.active.length; application++) {
		if (market.active[application] === 0) continue;
		for (let edge = choiceStart[application]!; edge < choiceStart[application + 1]!; edge++) {
			const dwelling = choices[edge]!;
			const tier = tiers.of(application, dwelling);
			if (tier === NO_TIER) continue;
			const line = lineStart[dwelling]! + tier;
			counts[line]!++;
			places[edge] = line + 1;
		}
	}
	return { lineStart, counts, places };
}

interface Filling {
	readonly start: Int32Array;
	readonly next: Int32Array;
	readonly applications: Int32Array;
	readonly places: Int32Array;
}

function fillLines(market: MarketColumns, list: number, order: Int32Array, filling: Filling): void {
	const { choiceStart, choices, listOf } = market;
	const { start, next, applications, places } = filling;
	const only = market.listCount === 1;
	for (let i = 0; i < order.length; i++) {
		const application = order[i]!;
		const end = choiceStart[application + 1]!;
		for (let edge = choiceStart[application]!; edge < end; edge++) {
			const line = places[edge]!;
			const dwelling = choices[edge]!;
			if (line === 0 || (!only && listOf[dwelling] !== list)) continue;
			const at = next[line - 1]!++;
			applications[at] = application;
			places[edge] = at - start[dwelling]! + 1;
		}
	}
}

interface Edge {
	readonly application: number;
	readonly edge: number;
}

/** For dwellings with an explicit order: those of it that take part and list the dwelling, best first. */
function listExplicitOrders(market: MarketColumns): Map<number, Edge[]> {
	const orders = new Map<number, Edge[]>();
	market.explicitOrder.forEach((order, dwelling) => {
		if (order === null) return;
		const listed: Edge[] = [];
		for (const application of order) {
			const edge = market.active[application] === 1 ? edgeTo(market, application, dwelling) : -1;
			if (edge >= 0) listed.push({ application, edge });
		}
		orders.set(dwelling, listed);
	});
	return orders;
}

function edgeTo({ choiceStart, choices }: MarketColumns, application: number, dwelling: number): number {
	const end = choiceStart[application + 1]!;
	for (let edge = choiceStart[application]!; edge < end; edge++) if (choices[edge] === dwelling) return edge;
	return -1;
}
