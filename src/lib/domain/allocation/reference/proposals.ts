import type { Housing } from './housing';
import type { PreparedRound } from './orders';

/**
 * Houses the households of a round without quotas by count: deferred acceptance (D. Gale and L. S. Shapley, College
 * admissions and the stability of marriage, 1962).
 *
 * Each household asks for the dwelling it wants most. A dwelling keeps the households that stand best in its order, as many
 * as it has places, and turns the others away. A household that is turned away asks for its next choice. A place is never
 * promised before the end: a household that stands better can still take it.
 *
 * In the result no household holds a dwelling that a household before it in that dwelling's order would rather have. Of all
 * results with that property it is the best for every household, and it is the same whichever household asks first.
 *
 * Law: r.r. 4/2017 art. 12(3) (found) gives the order of the households. Which of several dwellings a household gets that stands
 * first at more than one was not found in the sources at hand: the notice lets the household's own choices decide.
 */
export function askInTurn(prepared: PreparedRound, housing: Housing): void {
	const waiting = prepared.round.applications.filter(({ withdrawn, frozen }) => !withdrawn && frozen === undefined);
	/** Per household: how many of its choices it has asked for. */
	const asked = new Map<string, number>();
	while (waiting.length > 0) {
		const household = waiting.pop()!;
		const turn = asked.get(household.id) ?? 0;
		const choice = household.choices[turn];
		// A household that every choice has turned away stays without a dwelling.
		if (choice === undefined) continue;
		asked.set(household.id, turn + 1);
		const turnedAway = ask(prepared, housing, household.id, choice);
		if (turnedAway !== null) waiting.push(prepared.applications.get(turnedAway)!);
	}
}

/**
 * One household asks for one dwelling.
 * @returns the household that is turned away, which may be the one that asked; null when there was a place
 */
function ask(prepared: PreparedRound, housing: Housing, household: string, dwelling: string): string | null {
	if (!prepared.orders.get(dwelling)!.has(household)) return household;
	housing.house(household, dwelling);
	const { capacity = 1 } = prepared.dwellings.get(dwelling)!;
	if (housing.holdersOf(dwelling).size <= capacity) return null;
	const last = lastHolder(prepared, housing, dwelling)!;
	housing.unhouse(last);
	return last;
}

/** The household that stands last in the order among those that hold a dwelling and have not signed, if there is one. */
export function lastHolder(prepared: PreparedRound, housing: Housing, dwelling: string): string | undefined {
	const order = prepared.orders.get(dwelling)!;
	let last: string | undefined;
	for (const holder of housing.holdersOf(dwelling)) {
		if (prepared.applications.get(holder)!.frozen !== undefined) continue;
		if (last === undefined || order.get(holder)! > order.get(last)!) last = holder;
	}
	return last;
}
