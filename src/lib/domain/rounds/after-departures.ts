import { replayDepartures } from '../allocation/refuse';
import { runRound } from '../allocation/run-round';
import type { Round, RoundApplication } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import type { Happened, Strike } from './departures';
import { keepHolders } from './keep-holders';
import { withoutOrders } from './without-orders';

/**
 * The file of the next version. A household that accepted is frozen where it is. A household that left before this
 * version takes no part. A refused dwelling is removed from the request of a household that waits on. All of this only
 * makes room, and a household that waits displaces no other, so none that stays is worse off.
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
	// An earlier version may have written an order for its holders. It is computed again for those of today.
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
 * The result of `round` after these households left one after the other, each with its own chain. Null when one of them
 * cannot leave.
 */
export function resultAfterDepartures(round: Round, hash: string, departed: readonly string[]): RoundResult | null {
	return departed.length === 0 ? runRound(round, hash) : replayDepartures(round, hash, departed);
}
