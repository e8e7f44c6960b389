import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import { Seats } from './seats';
import { whoStands, type Standings } from './standings';

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962; college admissions with quotas): each household asks
 * for its most wanted dwelling that has not turned it away; a dwelling keeps the best so far and turns the worst away.
 * The result is the one stable matching that every household likes at least as well as any other stable matching, and
 * does not depend on who asks first: in turn of the lists makes for the fewest steps. Time: at most one step per wish,
 * times the logarithm of a lot's places.
 * @param standings from `tellStandings`
 * @param outcome frozen households seated; completed in place
 */
export function deferAcceptance(
	market: MarketColumns,
	lists: readonly Int32Array[],
	standings: Standings,
	outcome: Outcome
): void {
	const seats = new Seats(market, standings, outcome.free);
	const round = { market, lists, standings, seats, held: outcome.edge };
	const waiting = new Uint8Array(market.active.length);
	for (let i = 0; i < waiting.length; i++) waiting[i] = market.frozenAt[i]! < 0 ? market.active[i]! : 0;
	for (const list of lists) {
		for (let i = 0; i < list.length; i++) {
			const application = list[i]!;
			if (waiting[application] === 0) continue;
			waiting[application] = 0;
			ask(round, application);
		}
	}
	// Those on no list, whom only an explicit order accepts.
	for (let application = 0; application < waiting.length; application++)
		if (waiting[application]) ask(round, application);
	settle(market, outcome);
}

interface Asking {
	readonly market: MarketColumns;
	readonly lists: readonly Int32Array[];
	readonly standings: Standings;
	readonly seats: Seats;
	readonly held: Int32Array;
}

/** One household asks down its wishes, then whoever it sent away does, until somebody finds a place or gives up. */
function ask({ market, lists, standings, seats, held }: Asking, first: number): void {
	const { choiceStart, choices } = market;
	const { bar } = seats;
	let asking = first;
	let edge = choiceStart[asking]!;
	let end = choiceStart[asking + 1]!;
	for (; edge < end; edge++) {
		const standing = standings[edge]!;
		const dwelling = choices[edge]!;
		if (standing < 0 || standing >= bar[dwelling]!) continue;
		held[asking] = edge;
		const unseated = seats.take(dwelling, standing);
		if (unseated < 0) return;
		asking = whoStands(market, lists, dwelling, unseated);
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
