import type { MarketColumns } from './market';
import type { Orders } from './orders';
import type { Outcome } from './outcome';

/** One household's move in a chain; dwellings by number, -1 for none. */
export interface ChainMove {
	readonly application: number;
	readonly from: number;
	readonly to: number;
}

/**
 * Repairs an outcome after departures. A household leaves; its place goes to the first, from the top of that dwelling's
 * order, that is active, not frozen and prefers it to what it holds; the place that one frees goes on likewise until
 * nobody wants it. Nobody else moves and nobody is worse off.
 *
 * Households only ever move up their own lists or leave, so whoever once did not want a dwelling never will again: each
 * order is read once from its top over all departures together, not once a departure.
 */
export class RefusalChain {
	private readonly next: Int32Array;

	/** @param outcome changed in place by `leave` */
	constructor(
		private readonly market: MarketColumns,
		private readonly orders: Orders,
		private readonly outcome: Outcome
	) {
		this.next = orders.start.slice(0, -1);
	}

	/** @returns the moves in order, the leaver's first; none when it held nothing */
	leave(leaver: number): ChainMove[] {
		const { outcome } = this;
		const from = outcome.dwelling[leaver]!;
		outcome.left[leaver] = 1;
		outcome.behindAll = null;
		outcome.dwelling[leaver] = -1;
		outcome.edge[leaver] = -1;
		if (from < 0) return [];
		const moves: ChainMove[] = [{ application: leaver, from, to: -1 }];
		let vacant = from;
		for (let at = this.firstWhoWants(vacant); at >= 0; at = this.firstWhoWants(vacant)) {
			const taker = this.orders.applications[at]!;
			const freed = outcome.dwelling[taker]!;
			moves.push({ application: taker, from: freed, to: vacant });
			outcome.dwelling[taker] = vacant;
			outcome.edge[taker] = this.orders.edges[at]!;
			if (freed < 0) return moves;
			vacant = freed;
		}
		outcome.free[vacant]!++;
		return moves;
	}

	/** Where in the orders the household stands that the place goes to; -1 for nobody. */
	private firstWhoWants(dwelling: number): number {
		const { orders, outcome, market, next } = this;
		const end = orders.start[dwelling + 1]!;
		for (; next[dwelling]! < end; next[dwelling]!++) {
			const application = orders.applications[next[dwelling]!]!;
			// Most hold what they want more, which is one look at one place in memory: the rest is asked of the others.
			const held = outcome.edge[application]!;
			if (held >= 0 && held <= orders.edges[next[dwelling]!]!) continue;
			if (outcome.left[application] === 0 && market.frozenAt[application]! < 0) return next[dwelling]!;
		}
		return -1;
	}
}
