import { replayDepartures } from '../allocation/refuse';
import { runRound } from '../allocation/run-round';
import type { Round, RoundApplication } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import type { Happened, Strike } from './departures';
import { keepHolders } from './keep-holders';
import { withoutHomes } from './without-homes';
import { withoutOrders } from './without-orders';

/** The homes that left the notice since a version, and the households that have an offer, unanswered or accepted. */
export interface HomesLeft {
	readonly gone: readonly string[];
	readonly offered: ReadonlySet<string>;
}

/**
 * The file of the next version. A household that accepted is frozen where it is. A household that left before this
 * version takes no part. A refused dwelling is removed from the request of a household that waits on. All of this only
 * makes room, and a household that waits displaces no other, so none that stays is worse off.
 *
 * A home that left its notice is another case: the household that would have got it did nothing, and its place counts.
 * It takes its true place at every home that nobody was offered yet. A household that has an offer keeps it
 * (docs/adr/0025-a-home-leaves-its-notice.md).
 */
export function nextRound(
	given: Round,
	result: RoundResult,
	{ signed, struck, left: homes }: Pick<Happened, 'signed'> & { struck: readonly Strike[]; left?: HomesLeft }
): Round {
	const gone = new Set(homes?.gone);
	const round = withoutHomes(given, gone);
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
	const kept = result.assignments.filter(
		({ application, dwelling }) => gone.size === 0 || (!gone.has(dwelling) && homes!.offered.has(application))
	);
	const held = new Map(kept.map(({ application, dwelling }) => [application, dwelling]));
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
