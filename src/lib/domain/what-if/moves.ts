import type { ComputedRound } from '../allocation/compute-round';
import type { Market } from '../allocation/market';

/**
 * Household numbers: those that get something they want more, and those that get something they want less, including
 * nothing.
 */
export interface Moves {
	readonly winners: readonly number[];
	readonly losers: readonly number[];
}

/**
 * Which households gain and which lose between two outcomes of the same households and dwellings. Each is judged by its
 * own list in the first.
 */
export function compareOutcomes(before: ComputedRound, after: ComputedRound): Moves {
	const winners: number[] = [];
	const losers: number[] = [];
	for (let household = 0; household < before.market.applications.length; household++) {
		const [old, fresh] = [before.outcome.dwelling[household]!, after.outcome.dwelling[household]!];
		if (old === fresh) continue;
		const better = wishFor(before.market, household, fresh) < wishFor(before.market, household, old);
		(better ? winners : losers).push(household);
	}
	return { winners, losers };
}

/** The position of a dwelling in a household's list, 0 is the most wanted. No dwelling comes last. */
function wishFor({ choices, choiceStart }: Market, household: number, dwelling: number): number {
	const wish = choices.subarray(choiceStart[household]!, choiceStart[household + 1]!).indexOf(dwelling);
	return wish < 0 ? Infinity : wish;
}
