import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import { Seats } from './seats';
import type { Standings } from './standings';

/** So many of the best of each list ask first, per dwelling: they take nearly every place, and are rarely sent away. */
const FIRST = 2;
/** So many households are read before any of them asks: they lie far apart, and memory answers many questions at once. */
const AHEAD = 64;

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962; college admissions with quotas): each household asks
 * for its most wanted dwelling that has not turned it away; a dwelling keeps the best so far and turns the worst away.
 * The result is the one stable matching that no household would change for another stable matching, and it does
 * not depend on who asks first. The best of the lists do, so that places are taken by those who keep them; the rest
 * follow in the order of their rows, so that their wishes are read as they lie in memory. Time: at most one step per wish,
 * times the logarithm of a lot's places.
 * @param lists the order of each list, from `orderLists`
 * @param outcome frozen households seated; completed in place
 */
export function deferAcceptance(
	market: MarketColumns,
	lists: readonly Int32Array[],
	standings: Standings,
	outcome: Outcome
): void {
	const seats = new Seats(market, standings, outcome.free);
	const round = { market, standings, seats, outcome, read: new Int32Array(AHEAD) };
	const waiting = new Uint8Array(market.active.length);
	let signed = false;
	for (let i = 0; i < waiting.length; i++) {
		if (market.frozenAt[i]! >= 0) signed = true;
		else waiting[i] = market.active[i]!;
	}
	for (const list of lists) {
		// Stryker disable next-line ArithmeticOperator: how many ask first changes nothing but the time
		const best = list.subarray(0, FIRST * market.capacity.length);
		// Stryker disable next-line ConditionalExpression,BlockStatement: who does not ask here asks below
		for (let i = 0; i < best.length; i++) {
			// Stryker disable next-line ConditionalExpression,ArithmeticOperator,EqualityOperator: what is read early is read again
			if (i % AHEAD === 0) readAhead(round, best.subarray(i, i + AHEAD));
			if (waiting[best[i]!] === 1) ask(round, best[i]!, market.choiceStart[best[i]!]!);
			waiting[best[i]!] = 0;
		}
	}
	askTheRest(round, waiting);
	seats.takeFrom(outcome.free);
	// Who never asked was behind every bar, and bars only rise; who signed holds a place whatever the bar.
	outcome.behindAll = signed ? null : waiting;
}

/**
 * Brings what is known of some households near. What was read is noted, which means nothing: reading without a use could be
 * left out by whoever compiles this.
 */
function readAhead({ market, standings, read }: Asking, some: Int32Array): void {
	const { choiceStart, choices, membershipStart } = market;
	for (let i = 0; i < some.length; i++) {
		const application = some[i]!;
		const [first, end] = [choiceStart[application]!, choiceStart[application + 1]!];
		const wishes = first < end ? choices[first]! ^ choices[end - 1]! : 0;
		read[i] = wishes ^ membershipStart[application]! ^ standings.least(application);
	}
}

/** Most of the rest stand before nobody anywhere, which their least standing tells: their wishes are only read. */
function askTheRest(round: Asking, waiting: Uint8Array): void {
	const { standings, seats, market } = round;
	const { choiceStart, choices } = market;
	const { bar } = seats;
	for (let application = 0; application < waiting.length; application++) {
		if (waiting[application] === 0) continue;
		const least = standings.least(application);
		const end = choiceStart[application + 1]!;
		let edge = choiceStart[application]!;
		while (edge < end && least >= bar[choices[edge]!]!) edge++;
		if (edge === end) continue;
		waiting[application] = 0;
		ask(round, application, edge);
	}
}

interface Asking {
	readonly market: MarketColumns;
	readonly standings: Standings;
	readonly seats: Seats;
	readonly outcome: Outcome;
	/** Of the households read ahead. */
	readonly read: Int32Array;
}

/** One household asks down its wishes, then whoever it sent away does, until somebody finds a place or gives up. */
function ask({ market, standings, seats, outcome }: Asking, first: number, from: number): void {
	const { choiceStart, choices } = market;
	const { dwelling: held, edge: heldEdge } = outcome;
	const { bar } = seats;
	let asking = first;
	let least = standings.least(asking);
	let edge = from;
	let end = choiceStart[asking + 1]!;
	for (; edge < end; edge++) {
		const dwelling = choices[edge]!;
		if (least >= bar[dwelling]!) continue;
		const standing = standings.of(asking, dwelling, edge);
		if (standing < 0 || standing >= bar[dwelling]!) continue;
		held[asking] = dwelling;
		heldEdge[asking] = edge;
		const unseated = seats.take(dwelling, standing);
		if (unseated < 0) return;
		asking = standings.who(dwelling, unseated);
		least = standings.least(asking);
		edge = heldEdge[asking]!;
		held[asking] = -1;
		heldEdge[asking] = -1;
		end = choiceStart[asking + 1]!;
	}
}
