import { replayDepartures } from '../allocation/refuse';
import { runRound } from '../allocation/run-round';
import type { Round, RoundApplication } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import type { Happened, Strike } from './departures';
import { keepHolders } from './keep-holders';
import { withoutOrders } from './without-orders';

/**
 * The file of the next version: who accepted is frozen where it is, who had left the version before takes no part, a
 * refused dwelling is struck from the request of who waits on. All of it makes room only, and a household that waits
 * displaces nobody, so nobody who stays is worse off (allocation.md, Mechanism 5).
 */
export function nextRound(
	round: Round,
	result: RoundResult,
	{ signed, struck }: Pick<Happened, 'signed'> & { readonly struck: readonly Strike[] }
): Round {
	const left = new Set(result.left);
	const strikes = dwellingsByHousehold(struck);
	const applications = round.applications.map((application): RoundApplication => {
		const { frozen: _before, ...rest } = application;
		if (left.has(application.id) || application.withdrawn) return { ...rest, withdrawn: true };
		const dwelling = signed.get(application.id);
		if (dwelling) return { ...rest, frozen: dwelling };
		const refused = strikes.get(application.id);
		return refused ? { ...rest, choices: rest.choices.filter((choice) => !refused.has(choice)) } : rest;
	});
	const held = new Map(result.assignments.map(({ application, dwelling }) => [application, dwelling]));
	// An order that an earlier version wrote down for its holders is made anew for those of today.
	return keepHolders(withoutOrders({ ...round, applications }), held);
}

function dwellingsByHousehold(struck: readonly Strike[]): ReadonlyMap<string, ReadonlySet<string>> {
	const strikes = new Map<string, Set<string>>();
	for (const { application, dwelling } of struck) {
		const refused = strikes.get(application) ?? new Set();
		strikes.set(application, refused.add(dwelling));
	}
	return strikes;
}

/**
 * The result of `round` after these households left one after the other, each with its own chain; null when one of them
 * cannot leave.
 */
export function resultAfterDepartures(round: Round, hash: string, departed: readonly string[]): RoundResult | null {
	return departed.length === 0 ? runRound(round, hash) : replayDepartures(round, hash, departed);
}
