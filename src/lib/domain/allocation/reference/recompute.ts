import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Round } from '../round';
import { chooseInTurn } from './choose-in-turn';
import { leave } from './departures';
import { Housing } from './housing';
import { prepare, type PreparedRound } from './orders';
import { askInTurn } from './proposals';
import { readPlainly } from './read-plainly';
import { resultText } from './result';

/*
 * The plain version of an allocation round, for an expert who checks what the engine does.
 *
 * It computes the same result as the engine and shares no code with it: only the types of the round's file, and the
 * hashing library. It uses lists, maps and comparisons of two households at a time, and makes no effort to be fast.
 *
 * Read the files in this order:
 * 1. read-plainly.ts   what a round's file must hold
 * 2. orders.ts         the order of the households at each dwelling
 * 3. housing.ts        the record of which household holds which dwelling
 * 4. proposals.ts      which household gets which dwelling
 * 5. choose-in-turn.ts the same for a round with quotas by count
 * 6. departures.ts     what happens when a household refuses, withdraws or is excluded afterwards
 * 7. result.ts         what the result says, and the count of its faults
 *
 * Comments name the article that a step carries out, with its certainty: "found" was read in the source named, "known" is
 * widely known and its text was not read, "not found in the sources at hand" is a rule of the notice or of the format.
 */

/**
 * The result of a round, as the text of its file.
 * @param input SHA-256 of the bytes of the round's file, lower-case hexadecimal
 */
export function recompute(round: Round, input: string, options: { explain?: boolean } = {}): string {
	const prepared = prepare(round);
	return resultText(prepared, housed(prepared), input, options);
}

/**
 * The result after some households left, one after the other.
 * @returns null when one of them cannot leave
 */
export function recomputeDepartures(round: Round, input: string, leavers: readonly string[]): string | null {
	const prepared = prepare(round);
	const housing = housed(prepared);
	let moves = null;
	for (const leaver of leavers) {
		moves = leave(prepared, housing, leaver);
		if (moves === null) return null;
	}
	return moves && resultText(prepared, housing, input, { moves });
}

export type PlainVerification =
	| { readonly same: true }
	| {
			readonly same: false;
			readonly problem: 'refused-round' | 'unreadable-result' | 'impossible-departures' | 'different-bytes';
	  };

/** Recomputes a round from the bytes of its file, and compares the result byte by byte. */
export function verifyPlainly(file: Uint8Array, result: Uint8Array): PlainVerification {
	const round = readPlainly(file);
	if (!round) return { same: false, problem: 'refused-round' };
	const claim = readClaim(result);
	if (!claim) return { same: false, problem: 'unreadable-result' };
	const input = bytesToHex(sha256(file));
	const text = claim.left
		? recomputeDepartures(round, input, claim.left)
		: recompute(round, input, { explain: claim.explained });
	if (text === null) return { same: false, problem: 'impossible-departures' };
	return sameBytes(new TextEncoder().encode(text), result)
		? { same: true }
		: { same: false, problem: 'different-bytes' };
}

/**
 * The two members of a result that say how it was made. Everything else is compared with what is computed here.
 * @returns null when the bytes are not a JSON object, or its `left` is not a list of texts
 */
function readClaim(result: Uint8Array): { left: readonly string[] | null; explained: boolean } | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(result));
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
		const explained = Object.hasOwn(value, 'explanations');
		if (!('left' in value)) return { left: null, explained };
		const { left } = value;
		return Array.isArray(left) && left.every((id) => typeof id === 'string') ? { left, explained } : null;
	} catch {
		return null;
	}
}

function housed(prepared: PreparedRound): Housing {
	const housing = new Housing(prepared.round);
	if (prepared.round.quotas?.length) chooseInTurn(prepared, housing);
	else askInTurn(prepared, housing);
	return housing;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
