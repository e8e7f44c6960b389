import type { Round, RoundApplication } from '../../src/lib/domain/allocation/round';
import type { Held } from './allocation-facts';
import { plainOrder } from './plain-order';

/**
 * Mechanisms that agencies use and this one does not, the shortest way: their known failures show that the tests which
 * ours passes can fail.
 */

/** Takes the most wanted of the dwellings whose place is free; true if there was one. */
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
 * Quotas by count with two owners: each owner in turn houses `places` members of the category down its own list, then
 * everybody. A household housed by the first owner is out of the second's list.
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

/** First choice first: everybody's first wish is served by rank, then what is left to second wishes, and so on. */
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
