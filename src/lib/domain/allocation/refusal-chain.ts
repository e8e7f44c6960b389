import type { MarketColumns } from './market';
import type { Orders } from './orders';
import type { Outcome } from './outcome';

/** One household's move in a chain. Dwellings are numbers, -1 for none. */
export interface ChainMove {
	readonly application: number;
	readonly from: number;
	readonly to: number;
}

/**
 * Changes an outcome after departures. The place of a household that leaves goes to the first household in that
 * dwelling's order that takes part, is not frozen, and prefers it to what it holds. The place which that household
 * frees goes on in the same way until nobody wants it. No other household moves, and none is worse off.
 *
 * Households only move up their own lists or leave. A household that once did not want a dwelling will never want it,
 * so each order is read only once from its top, whatever the number of departures.
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

	/** @returns the moves in order, that of the leaver first; none when it held nothing */
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

	/** The position, in the orders, of the household that gets the place; -1 if nobody wants it. */
	private firstWhoWants(dwelling: number): number {
		const { orders, outcome, market, next } = this;
		const end = orders.start[dwelling + 1]!;
		for (; next[dwelling]! < end; next[dwelling]!++) {
			const application = orders.applications[next[dwelling]!]!;
			// Most households prefer what they hold, and one comparison shows it. Only the others need the checks
			// below.
			const held = outcome.edge[application]!;
			if (held >= 0 && held <= orders.edges[next[dwelling]!]!) continue;
			if (outcome.left[application] === 0 && market.frozenAt[application]! < 0) return next[dwelling]!;
		}
		return -1;
	}
}
