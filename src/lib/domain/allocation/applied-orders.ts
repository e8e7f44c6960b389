import type { ComputedColumns } from './compute-round';
import type { MarketColumns } from './market';
import type { Outcome } from './outcome';

/**
 * The order that applies at a dwelling, by its number: applications, best first. With quotas by count it is the order in which
 * households chose, without those that a ceiling passed over: at such a dwelling nobody else decided.
 */
export function appliedOrders(computed: ComputedColumns): (dwelling: number) => Int32Array {
	const { orders } = computed;
	const turn = turns(computed);
	return (dwelling) => {
		const order = orders.applications.subarray(orders.start[dwelling], orders.start[dwelling + 1]);
		return turn ? order.filter((a) => turn[a]! >= 0).sort((a, b) => turn[a]! - turn[b]!) : order;
	};
}

/** With quotas: when each household chose, then those who found nothing; -1 for who was passed over by a ceiling. */
function turns({ market, outcome, chosenInTurn, lists }: ComputedColumns): Int32Array | null {
	if (!chosenInTurn) return null;
	const turn = new Int32Array(market.active.length).fill(-1);
	chosenInTurn.forEach((application, i) => (turn[application] = i));
	let last = chosenInTurn.length;
	for (const application of lists[market.listOf[0] ?? 0] ?? []) {
		if (turn[application]! < 0 && !couldStillChoose(market, outcome, application)) turn[application] = last++;
	}
	return turn;
}

/** Nothing but a ceiling keeps a household without a dwelling from one it chose that is still free. */
function couldStillChoose(market: MarketColumns, outcome: Outcome, application: number): boolean {
	if (outcome.dwelling[application]! >= 0) return false;
	const choices = market.choices.subarray(market.choiceStart[application], market.choiceStart[application + 1]);
	return choices.some((dwelling) => outcome.free[dwelling]! > 0);
}
