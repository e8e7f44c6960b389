import { entryFor, type MarketColumns } from './market';
import { NO_TIER, Tiers } from './tiers';

/**
 * Per edge: how a dwelling ranks the household, less is better, -1 where it is not acceptable. Two standings at one
 * dwelling compare; standings at two dwellings do not. A computed one is tier times households plus rank in the list;
 * one of an explicit order is the position in it. Integers of 32 bits wherever they suffice.
 */
export type Standings = Int32Array | Float64Array;

const UNACCEPTABLE = -1;

/**
 * Tells every edge's standing, in one walk over the applications.
 * @param lists the order of each list, from `orderLists`
 */
export function tellStandings(market: MarketColumns, lists: readonly Int32Array[]): Standings {
	const { active, choiceStart, choices, entryStart, entryList, listOf, listCount } = market;
	const households = active.length;
	const tiers = new Tiers(market);
	const ranks = ranksOfEntries(market, lists);
	const standings = roomFor(choices.length, tiers.most * households).fill(UNACCEPTABLE);
	for (let application = 0; application < households; application++) {
		if (active[application] === 0) continue;
		const end = choiceStart[application + 1]!;
		const entry = entryStart[application]!;
		const entries = entryStart[application + 1]! - entry;
		if (entries === 0) continue;
		for (let edge = choiceStart[application]!; edge < end; edge++) {
			const dwelling = choices[edge]!;
			const mine =
				listCount === 1 || (entries === 1 && entryList[entry] === listOf[dwelling])
					? entry
					: entryFor(market, application, listOf[dwelling]!);
			if (mine < 0) continue;
			const tier = tiers.of(application, dwelling);
			if (tier !== NO_TIER) standings[edge] = tier === 0 ? ranks[mine]! : tier * households + ranks[mine]!;
		}
	}
	tellExplicit(market, standings);
	return standings;
}

/** Who has this standing at a dwelling. */
export function whoStands(
	market: MarketColumns,
	lists: readonly Int32Array[],
	dwelling: number,
	standing: number
): number {
	const explicit = market.explicitOrder[dwelling];
	if (explicit) return explicit[standing]!;
	const rank = standing < market.active.length ? standing : standing % market.active.length;
	return lists[market.listOf[dwelling]!]![rank]!;
}

/** Per dwelling: the households that ask for it and are acceptable. */
export function countAskers({ choices, capacity }: MarketColumns, standings: Standings): Int32Array {
	const askers = new Int32Array(capacity.length);
	for (let edge = 0; edge < choices.length; edge++) if (standings[edge]! >= 0) askers[choices[edge]!]!++;
	return askers;
}

/** Room for that many standings below a limit. */
function roomFor(edges: number, limit: number): Standings {
	return limit < 2 ** 31 ? new Int32Array(edges) : new Float64Array(edges);
}

/** Per entry: the application's position in the list. */
function ranksOfEntries(market: MarketColumns, lists: readonly Int32Array[]): Int32Array {
	const ranks = new Int32Array(market.entryList.length);
	lists.forEach((order, list) => {
		for (let rank = 0; rank < order.length; rank++) {
			const application = order[rank]!;
			const entry = market.listCount === 1 ? market.entryStart[application]! : entryFor(market, application, list);
			ranks[entry] = rank;
		}
	});
	return ranks;
}

function tellExplicit({ explicitOrder, active, choiceStart, choices }: MarketColumns, standings: Standings): void {
	for (let dwelling = 0; dwelling < explicitOrder.length; dwelling++) {
		const order = explicitOrder[dwelling];
		if (!order) continue;
		for (let position = 0; position < order.length; position++) {
			const application = order[position]!;
			if (active[application] === 0) continue;
			const end = choiceStart[application + 1]!;
			for (let edge = choiceStart[application]!; edge < end; edge++) {
				if (choices[edge] === dwelling) standings[edge] = position;
			}
		}
	}
}
