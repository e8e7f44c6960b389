import { replayDepartures } from './refuse';
import type { Round } from './round';
import { runRound } from './run-round';
import { serializeResult } from './serialize-result';

export type Verification =
	| { readonly same: true }
	| { readonly same: false; readonly problem: 'unreadable-result' | 'impossible-departures' | 'different-bytes' };

/**
 * Recomputes a round and compares the result byte by byte. Explanations are recomputed if the result has them;
 * departures are replayed one after the other.
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param resultBytes the result to verify, as published
 */
export function verifyResult(round: Round, inputHash: string, resultBytes: Uint8Array): Verification {
	const claim = readClaim(resultBytes);
	if (!claim) return { same: false, problem: 'unreadable-result' };
	const expected =
		claim.left === undefined
			? runRound(round, inputHash, { explain: claim.explained })
			: replayDepartures(round, inputHash, claim.left);
	if (!expected) return { same: false, problem: 'impossible-departures' };
	const bytes = new TextEncoder().encode(serializeResult(expected));
	const same = bytes.length === resultBytes.length && bytes.every((byte, i) => byte === resultBytes[i]);
	return same ? { same } : { same, problem: 'different-bytes' };
}

/** The two things in a result that say how it was made. Everything else is compared, not believed. */
function readClaim(bytes: Uint8Array): { left: string[] | undefined; explained: boolean } | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
		if (typeof value !== 'object' || value === null) return null;
		const left = 'left' in value ? value.left : undefined;
		if (left !== undefined && !isTexts(left)) return null;
		return { left, explained: 'explanations' in value };
	} catch {
		return null;
	}
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
