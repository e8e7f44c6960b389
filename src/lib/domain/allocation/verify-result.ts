import type { ByteSource } from './reading/byte-window';
import { computeRound } from './compute-round';
import { Departures } from './departures';
import { readClaim } from './reading/read-claim';
import type { Round } from './round';
import { sameText } from './reading/same-text';
import { resultText } from './serialize-result';

export type Verification =
	| { readonly same: true }
	| { readonly same: false; readonly problem: 'unreadable-result' | 'impossible-departures' | 'different-bytes' };

/**
 * Recomputes a round and compares the result byte by byte. If the result has explanations, they are recomputed too.
 * Departures are replayed one after the other.
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param resultBytes the result to verify, as published
 */
export function verifyResult(round: Round, inputHash: string, resultBytes: Uint8Array): Verification {
	return verifyDepartures(new Departures(computeRound(round)), round.notice, inputHash, () => resultBytes);
}

/**
 * The same for a round that was just computed. The households that the result says have left leave `departures`.
 * @param open the bytes of the result from their start; called twice, so that they need not be held
 */
export function verifyDepartures(
	departures: Departures,
	notice: string,
	inputHash: string,
	open: () => Uint8Array | ByteSource
): Verification {
	const claim = readClaim(open());
	if (!claim) return { same: false, problem: 'unreadable-result' };
	const { left, explained } = claim;
	const replayed = left === null || (left.length > 0 && left.every((id) => departures.leave(id) === null));
	if (!replayed) return { same: false, problem: 'impossible-departures' };
	// A result after departures has no explanations.
	const report = departures.report(notice, inputHash, { explain: explained && left === null });
	return sameText(resultText(report), open()) ? { same: true } : { same: false, problem: 'different-bytes' };
}
