import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import { Seats } from './seats';
import type { Standings } from './standings';

/**
 * The best of each list ask first: so many for each dwelling. They get nearly all the places and rarely lose them
 * again.
 */
const FIRST = 2;
/**
 * So many households are read before any of them asks. They lie far apart in memory, and the processor fetches them
 * together.
 */
const AHEAD = 64;

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962; college admissions with quotas). Each household asks
 * for the dwelling it wants most that has not turned it away. A dwelling keeps the best households so far and turns the
 * worst away.
 *
 * The result is the stable matching that every household likes best, and it is the same whichever household asks first.
 * Here the best of each list ask first, because they keep the places they get. The others ask in the order of their
 * rows, in which their wishes lie in memory. Time: at most one step for each wish, times the logarithm of the places of
 * a lot.
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
		// Stryker disable next-line ArithmeticOperator: how many ask first only changes the time
		const best = list.subarray(0, FIRST * market.capacity.length);
		// Stryker disable next-line ConditionalExpression,BlockStatement: a household that does not ask here asks below
		for (let i = 0; i < best.length; i++) {
			// Stryker disable next-line ConditionalExpression,ArithmeticOperator,EqualityOperator: values read ahead are read again
			if (i % AHEAD === 0) readAhead(round, best.subarray(i, i + AHEAD));
			if (waiting[best[i]!] === 1) ask(round, best[i]!, market.choiceStart[best[i]!]!);
			waiting[best[i]!] = 0;
		}
	}
	askTheRest(round, waiting);
	seats.takeFrom(outcome.free);
	// A household that never asked ranks below the worst holder of every dwelling it wants, and holders only get
	// better. A household that signed keeps its place, so nothing is known when there is one.
	outcome.behindAll = signed ? null : waiting;
}

/**
 * Reads the data of some households early, so that the processor has it in its cache. The values are stored but mean
 * nothing: a compiler could leave out a read that is not used.
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

/**
 * Lets the others ask. Most of them rank below every holder of the dwellings they want, which their least standing
 * shows.
 */
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
	/** Values read ahead; they mean nothing. */
	readonly read: Int32Array;
}

/**
 * One household asks for its choices in turn. If it takes the place of another household, that household asks next,
 * until one finds a free place or has no choice left.
 */
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
