import type { Round, RoundApplication } from '../../src/lib/domain/allocation/round';
import type { Held } from './allocation-facts';
import { plainOrder } from './plain-order';

/**
 * Mechanisms that agencies use and this portal does not, in their shortest form. Their known failures show that the
 * tests which the engine passes can fail.
 */

/** Gives a household the dwelling it wants most of those with a free place. Returns whether there was one. */
function takeBest(
	outcome: Map<string, string>,
	{ id, choices }: RoundApplication,
	offered: readonly string[]
): boolean {
	const taken = [...outcome.values()];
	const best = choices.find((dwelling) => offered.includes(dwelling) && !taken.includes(dwelling));
	if (best === undefined || outcome.has(id)) return false;
	outcome.set(id, best);
	return true;
}

/**
 * Quotas by count with two owners. Each owner in turn houses `places` members of the category from its own list, then
 * everybody. A household that the first owner housed is no longer in the second's list.
 */
export function byCountAcrossLists(round: Round, category: string, places: number): Held {
	const outcome = new Map<string, string>();
	for (const list of new Set(round.dwellings.map((dwelling) => dwelling.list))) {
		const offered = round.dwellings.filter((dwelling) => dwelling.list === list).map(({ id }) => id);
		const everybody = { ...round, applications: round.applications.map((row) => ({ ...row, choices: ['all'] })) };
		const walkers = plainOrder(everybody, { id: 'all', list }).map((id) =>
			round.applications.find((application) => application.id === id)!
		);
		let housed = 0;
		for (const member of walkers.filter(({ categories }) => categories?.includes(category))) {
			if (housed < places && takeBest(outcome, member, offered)) housed++;
		}
		for (const walker of walkers) takeBest(outcome, walker, offered);
	}
	return outcome;
}

/** First choice first: all first wishes are served by rank, then second wishes get what is left, and so on. */
export function firstChoiceFirst(round: Round): Held {
	const outcome = new Map<string, string>();
	const longest = Math.max(0, ...round.applications.map(({ choices }) => choices.length));
	for (let wish = 0; wish < longest; wish++) {
		for (const dwelling of round.dwellings) {
			if ([...outcome.values()].includes(dwelling.id)) continue;
			const first = plainOrder(round, dwelling).find((id) => {
				const { choices } = round.applications.find((application) => application.id === id)!;
				return !outcome.has(id) && choices[wish] === dwelling.id;
			});
			if (first !== undefined) outcome.set(first, dwelling.id);
		}
	}
	return outcome;
}
