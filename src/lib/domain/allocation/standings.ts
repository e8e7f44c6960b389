import { entryFor, type MarketColumns } from './market';
import { NO_TIER, Tiers } from './tiers';

const UNACCEPTABLE = -1;
/** The least standing of a household on no list: the largest 32-bit integer. */
const NOWHERE = 2 ** 31 - 1;

/** A column of numbers below a limit, with 32 bits each if that is enough. */
export type StandingColumn = Int32Array | Float64Array;

/**
 * How a dwelling ranks a household that chose it. Less is better; -1 means that the household may not hold it. Two
 * standings at one dwelling can be compared, standings at two dwellings cannot. For a computed order it is the tier
 * times the number of households plus the rank in the list; for an explicit order it is the position. Standings are
 * computed when asked for, which costs less than storing one for every wish.
 */
export class Standings {
	private readonly tiers: Tiers;
	private readonly households: number;
	/** The rank in its list, best 0, -1 for none: per application if there is one list, else per entry. */
	private readonly ranks: Int32Array;
	/** Per edge of a dwelling with an explicit order: the position in it. */
	private readonly positions: Int32Array | null;
	private readonly oneList: boolean;

	/** @param lists the order of each list, from `orderLists` */
	constructor(
		private readonly market: MarketColumns,
		private readonly lists: readonly Int32Array[]
	) {
		this.tiers = new Tiers(market);
		this.households = market.active.length;
		this.oneList = market.listCount === 1;
		this.ranks = this.oneList ? ranksOfApplications(market, lists) : ranksOfEntries(market, lists);
		this.positions = market.explicitOrder.some((order) => order !== null) ? positionsOfEdges(market) : null;
	}

	/** The standing of an application at a dwelling that it chose through this edge. */
	of(application: number, dwelling: number, edge: number): number {
		const tier = this.tiers.of(application, dwelling);
		if (tier === NO_TIER) return this.positions === null ? UNACCEPTABLE : this.positions[edge]!;
		const rank = this.oneList ? this.ranks[application]! : this.rankFor(application, dwelling);
		return rank < 0 ? UNACCEPTABLE : tier === 0 ? rank : tier * this.households + rank;
	}

	/**
	 * A lower bound of the household's standings at all dwellings. It decides most wishes without computing the
	 * standing.
	 */
	least(application: number): number {
		if (this.positions !== null) return 0;
		if (this.oneList) return this.ranks[application]! < 0 ? NOWHERE : this.ranks[application]!;
		const { entryStart } = this.market;
		let least = NOWHERE;
		for (let entry = entryStart[application]!; entry < entryStart[application + 1]!; entry++) {
			if (this.ranks[entry]! >= 0 && this.ranks[entry]! < least) least = this.ranks[entry]!;
		}
		return least;
	}

	private rankFor(application: number, dwelling: number): number {
		const entry = entryFor(this.market, application, this.market.listOf[dwelling]!);
		return entry < 0 ? UNACCEPTABLE : this.ranks[entry]!;
	}

	/** The household that has this standing at a dwelling. */
	who(dwelling: number, standing: number): number {
		const explicit = this.market.explicitOrder[dwelling];
		if (explicit) return explicit[standing]!;
		const rank = standing < this.households ? standing : standing % this.households;
		return this.lists[this.oneList ? 0 : this.market.listOf[dwelling]!]![rank]!;
	}

	/** A column for so many standings. */
	column(length: number): StandingColumn {
		return this.tiers.most * this.households < 2 ** 31 ? new Int32Array(length) : new Float64Array(length);
	}
}

/** Per dwelling: how many households chose it and may hold it. */
export function countAskers({ active, choiceStart, choices, capacity }: MarketColumns, standings: Standings) {
	const askers = new Int32Array(capacity.length);
	for (let application = 0; application < active.length; application++) {
		const end = choiceStart[application + 1]!;
		for (let edge = choiceStart[application]!; edge < end; edge++) {
			const dwelling = choices[edge]!;
			if (standings.of(application, dwelling, edge) >= 0) askers[dwelling]!++;
		}
	}
	return askers;
}

function ranksOfApplications({ active }: MarketColumns, lists: readonly Int32Array[]): Int32Array {
	const ranks = new Int32Array(active.length).fill(-1);
	for (const order of lists) for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
	return ranks;
}

function ranksOfEntries(market: MarketColumns, lists: readonly Int32Array[]): Int32Array {
	const ranks = new Int32Array(market.entryList.length).fill(-1);
	lists.forEach((order, list) => {
		for (let rank = 0; rank < order.length; rank++) ranks[entryFor(market, order[rank]!, list)] = rank;
	});
	return ranks;
}

function positionsOfEdges({ explicitOrder, active, choiceStart, choices }: MarketColumns): Int32Array {
	const positions = new Int32Array(choices.length).fill(UNACCEPTABLE);
	for (let dwelling = 0; dwelling < explicitOrder.length; dwelling++) {
		const order = explicitOrder[dwelling];
		if (!order) continue;
		for (let position = 0; position < order.length; position++) {
			const application = order[position]!;
			if (active[application] === 0) continue;
			const end = choiceStart[application + 1]!;
			for (let edge = choiceStart[application]!; edge < end; edge++) {
				if (choices[edge] === dwelling) positions[edge] = position;
			}
		}
	}
	return positions;
}
