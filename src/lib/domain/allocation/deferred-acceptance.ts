import type { MarketColumns } from './market';
import type { Orders } from './orders';
import type { Outcome } from './outcome';
import { Seats } from './seats';

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962; college admissions with quotas): each household asks
 * for its most wanted dwelling that has not turned it away; a dwelling keeps the best so far and turns the worst away.
 * The result is the one stable matching that every household likes at least as well as any other stable matching, and
 * does not depend on who asks first. Time: at most one step per wish, times the logarithm of a lot's places.
 * @param sequence who asks first, in turn; the orders of the lists make for the fewest steps. Repeats do no harm
 * @param outcome frozen households seated; completed in place
 */
export function deferAcceptance(
	market: MarketColumns,
	orders: Orders,
	sequence: Iterable<Int32Array>,
	outcome: Outcome
): void {
	const seats = new Seats(orders, outcome.free);
	const asked = new Uint8Array(market.active.length);
	const { active, frozenAt, choiceStart } = market;
	for (const applications of sequence) {
		for (let i = 0; i < applications.length; i++) {
			const application = applications[i]!;
			if (asked[application] === 1 || active[application] === 0 || frozenAt[application]! >= 0) continue;
			asked[application] = 1;
			ask(market, orders, seats, outcome.edge, choiceStart[application]!, application);
		}
	}
	settle(market, outcome);
}

/** One household asks down its wishes, then whoever it sent away does, until somebody finds a place or gives up. */
function ask(
	market: MarketColumns,
	orders: Orders,
	seats: Seats,
	held: Int32Array,
	from: number,
	asking: number
): void {
	const { choiceStart, choices } = market;
	const { places, start, applications } = orders;
	const { bar } = seats;
	let edge = from;
	let end = choiceStart[asking + 1]!;
	for (; edge < end; edge++) {
		const place = places[edge]!;
		const dwelling = choices[edge]!;
		if (place === 0 || place >= bar[dwelling]!) continue;
		held[asking] = edge;
		const unseated = seats.take(dwelling, place);
		if (unseated === 0) return;
		asking = applications[start[dwelling]! + unseated - 1]!;
		edge = held[asking]!;
		held[asking] = -1;
		end = choiceStart[asking + 1]!;
	}
}

function settle(market: MarketColumns, { dwelling, edge, free }: Outcome): void {
	for (let application = 0; application < edge.length; application++) {
		if (edge[application]! < 0 || market.frozenAt[application]! >= 0) continue;
		const held = market.choices[edge[application]!]!;
		dwelling[application] = held;
		free[held]!--;
	}
}
