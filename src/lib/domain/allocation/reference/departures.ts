import type { Move } from '../round-result';
import type { Housing } from './housing';
import type { PreparedRound } from './orders';

/**
 * A household leaves after the round: it refused, withdrew, or was excluded. Its place goes to the first household in the
 * dwelling's order that has not signed and would rather live there. The place which that household frees goes on in the
 * same way, until no household wants it. So a household moves only to a dwelling that it prefers, and no household loses
 * its dwelling.
 *
 * Law: since r.r. 3/2019 the owner goes down the ranking when a household does not accept (found). That a household which
 * holds another dwelling may move up was not found in the sources at hand: the notice provides for it.
 * @returns the moves in order; null when the household cannot leave
 */
export function leave(prepared: PreparedRound, housing: Housing, leaver: string): Move[] | null {
	const application = prepared.applications.get(leaver);
	if (!application || application.withdrawn || housing.left.includes(leaver)) return null;
	// With quotas by count one departure can change who counts for a quota: the notice then needs a new round.
	if (prepared.round.quotas?.length) return null;
	housing.left.push(leaver);
	let free = housing.homeOf(leaver);
	if (free === undefined) return [];
	housing.unhouse(leaver);
	const moves: Move[] = [{ application: leaver, from: free, to: null }];
	while (free !== undefined) {
		const next = firstWhoWants(prepared, housing, free);
		if (next === undefined) break;
		const from = housing.homeOf(next);
		housing.house(next, free);
		moves.push({ application: next, from: from ?? null, to: free });
		free = from;
	}
	return moves;
}

function firstWhoWants({ applications, orders }: PreparedRound, housing: Housing, dwelling: string) {
	for (const household of orders.get(dwelling)!.keys()) {
		const { choices, frozen } = applications.get(household)!;
		if (frozen !== undefined || housing.left.includes(household)) continue;
		const home = housing.homeOf(household);
		if (home === undefined || choices.indexOf(dwelling) < choices.indexOf(home)) return household;
	}
	return undefined;
}
