import { replayDepartures } from '../allocation/refuse';
import { runRound } from '../allocation/run-round';
import type { Round } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';

/** What happened since a version was published. */
export interface SincePublication {
	/** Pseudonym -> dwelling, of the households that accepted: they no longer move. */
	readonly signed: ReadonlyMap<string, string>;
	/** Pseudonyms of those who went, in the order of going. */
	readonly departed: readonly string[];
}

/**
 * The file of the next version: who accepted is frozen where it is, who had left the version before takes no part. Both
 * only make room, so nobody who stays is worse off (allocation.md, Mechanism 5).
 */
export function nextRound(round: Round, result: RoundResult, signed: SincePublication['signed']): Round {
	const left = new Set(result.left);
	const applications = round.applications.map((application) => {
		const { frozen: _before, ...rest } = application;
		if (left.has(application.id) || application.withdrawn) return { ...rest, withdrawn: true };
		const dwelling = signed.get(application.id);
		return dwelling ? { ...rest, frozen: dwelling } : rest;
	});
	return { ...round, applications };
}

/**
 * The result of `round` after these households left one after the other, each with its own chain; null when one of them
 * cannot leave.
 */
export function resultAfterDepartures(round: Round, hash: string, departed: readonly string[]): RoundResult | null {
	return departed.length === 0 ? runRound(round, hash) : replayDepartures(round, hash, departed);
}
