import { compareBytes } from './byte-order';
import type { MarketColumns, MarketQuota } from './market';
import type { Outcome } from './outcome';

/**
 * Houses the households of a round with quotas by count, which has one list. The households of the list choose one
 * after the other: each takes the dwelling it wants most of those still free. Each `guarantee` first lets its members
 * choose until its places are reached; then every household chooses. A category that has reached its `ceiling` is
 * passed over from then on, in every walk. Households that signed count first, and a household counts for all its
 * categories.
 * @param order the list's order, best first
 * @param outcome frozen households seated; completed in place
 * @returns the households that chose, in the order they chose: the projection's order for every dwelling
 */
export function chooseInTurn(market: MarketColumns, order: Int32Array, outcome: Outcome): Int32Array {
	const housed = countFrozen(market);
	const chosen: number[] = [];
	const walk = (may: (application: number) => boolean, guarantee: MarketQuota | null) => {
		for (const application of order) {
			if (guarantee && housed[guarantee.category]! >= guarantee.places) return;
			if (outcome.dwelling[application]! >= 0 || !may(application)) continue;
			if (atCeiling(market, housed, application)) continue;
			if (!takeMostWanted(market, outcome, application)) continue;
			countIn(market, housed, application);
			outcome.guaranteed[application] = guarantee ? 1 : 0;
			chosen.push(application);
		}
	};
	const guarantees = market.quotas
		.filter((quota) => quota.kind === 'guarantee')
		.toSorted((a, b) => compareBytes(market.categories.at(a.category)!, market.categories.at(b.category)!));
	for (const guarantee of guarantees) {
		const members = membersOf(market, guarantee.category);
		walk((application) => members[application] === 1, guarantee);
	}
	walk(() => true, null);
	return Int32Array.from(chosen);
}

/** Whether one of the household's categories has reached its ceiling. `housed`: households per category. */
function atCeiling(market: MarketColumns, housed: Float64Array, application: number): boolean {
	return market.quotas.some(
		({ kind, category, places }) =>
			kind === 'ceiling' && housed[category]! >= places && categoriesOf(market, application).includes(category)
	);
}

function categoriesOf(market: MarketColumns, application: number): Int32Array {
	return market.memberships.subarray(market.membershipStart[application], market.membershipStart[application + 1]);
}

function membersOf(market: MarketColumns, category: number): Uint8Array {
	return Uint8Array.from(market.active, (_, application) =>
		categoriesOf(market, application).includes(category) ? 1 : 0
	);
}

function countFrozen(market: MarketColumns): Float64Array {
	const housed = new Float64Array(market.categories.length);
	market.frozenAt.forEach((dwelling, application) => {
		if (dwelling >= 0) countIn(market, housed, application);
	});
	return housed;
}

function countIn(market: MarketColumns, housed: Float64Array, application: number): void {
	for (const category of categoriesOf(market, application)) housed[category]!++;
}

function takeMostWanted(market: MarketColumns, outcome: Outcome, application: number): boolean {
	for (let edge = market.choiceStart[application]!; edge < market.choiceStart[application + 1]!; edge++) {
		const dwelling = market.choices[edge]!;
		if (outcome.free[dwelling]! <= 0) continue;
		outcome.free[dwelling]!--;
		outcome.dwelling[application] = dwelling;
		outcome.edge[application] = edge;
		return true;
	}
	return false;
}
