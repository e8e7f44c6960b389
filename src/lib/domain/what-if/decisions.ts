import type { ComputedRound } from '../allocation/compute-round';
import { decidedBy } from '../allocation/explanations';
import type { Because } from '../allocation/round-result';

/**
 * The rule that decided between the household that got a dwelling and the first that wanted it more and did not get it.
 * `nobody-else`: there was none.
 */
export type Decision = Because | 'nobody-else';

/**
 * How many dwellings each rule decided. Dwellings without a holder, or whose holder had signed before, are not counted.
 */
export function countDecisions(computed: ComputedRound): ReadonlyMap<Decision, number> {
	const { market, orders } = computed;
	const counts = new Map<Decision, number>();
	worstPlaces(computed).forEach((place, dwelling) => {
		if (place === 0) return;
		const order = orders.applications.subarray(orders.start[dwelling]!, orders.start[dwelling + 1]!);
		const next = order.subarray(place).find((household) => wantsMore(computed, household, dwelling));
		const decision = next === undefined ? 'nobody-else' : decidedBy(market, dwelling, order[place - 1]!, next);
		counts.set(decision, (counts.get(decision) ?? 0) + 1);
	});
	return counts;
}

/** Per dwelling: the place of its worst-placed holder who is not frozen, 0 if there is none. */
function worstPlaces({ market, orders, outcome }: ComputedRound): Int32Array {
	const worst = new Int32Array(market.dwellings.length);
	outcome.edge.forEach((edge, household) => {
		if (edge < 0 || market.frozenAt[household]! >= 0) return;
		const dwelling = market.choices[edge]!;
		worst[dwelling] = Math.max(worst[dwelling]!, orders.places[edge]!);
	});
	return worst;
}

/** Whether a household that has not signed prefers the dwelling to what it holds. */
function wantsMore({ market, outcome }: ComputedRound, household: number, dwelling: number): boolean {
	if (market.frozenAt[household]! >= 0) return false;
	const held = outcome.edge[household]!;
	const end = held < 0 ? market.choiceStart[household + 1]! : held;
	return market.choices.subarray(market.choiceStart[household]!, end).includes(dwelling);
}
