import { buildMarket } from './build-market';
import { deferAcceptance } from './deferred-acceptance';
import { orderLists } from './list-order';
import type { Market, MarketColumns } from './market';
import { buildOrders, type Orders } from './orders';
import { seatFrozen, type Outcome } from './outcome';
import type { Round } from './round';
import { chooseInTurn } from './serial-choice';
import { Standings } from './standings';

/** A computed round, in columns. Results, explanations, chains and projections are made from it. */
export interface ComputedColumns {
	readonly market: MarketColumns;
	readonly standings: Standings;
	/** Computed when first asked for. The result of a round does not need it. */
	readonly orders: Orders;
	readonly outcome: Outcome;
	/** With quotas by count: the households in the order in which they chose. */
	readonly chosenInTurn: Int32Array | null;
	/** The order of each list, best first. */
	readonly lists: readonly Int32Array[];
}

/** The same, with its names as texts. */
export interface ComputedRound extends ComputedColumns {
	readonly market: Market;
}

/** Computes a valid round. */
export function computeRound(round: Round): ComputedRound {
	return computeMarket(buildMarket(round));
}

/** The same from columns that include the tickets. */
export function computeMarket<Columns extends MarketColumns>(market: Columns): ComputedColumns & { market: Columns } {
	const lists = orderLists(market);
	const standings = new Standings(market, lists);
	const outcome = seatFrozen(market);
	let chosenInTurn: Int32Array | null = null;
	if (market.quotas.length > 0) {
		chosenInTurn = chooseInTurn(market, lists[market.listOf[0] ?? 0] ?? new Int32Array(), outcome);
	} else {
		deferAcceptance(market, lists, standings, outcome);
	}
	let orders: Orders | undefined;
	return {
		market,
		standings,
		outcome,
		chosenInTurn,
		lists,
		get orders() {
			return (orders ??= buildOrders(market, standings));
		}
	};
}
