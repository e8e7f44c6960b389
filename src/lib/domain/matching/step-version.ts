import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../receipt/canonical-json';
import type { ListingAnswers, ListingStep } from './listing';

/** A word that changes whenever the saved answers of a step change; empty while there are none. */
export function stepVersion(answers: ListingAnswers, step: ListingStep): string {
	const saved = answers[step];
	return saved ? bytesToHex(sha256(utf8ToBytes(canonicalJson(saved)))).slice(0, 16) : '';
}

/**
 * Whether a form opened at version `seen` would overwrite answers that its reader never saw. The same answers sent
 * twice, as by a double click, are no conflict; neither is a change of another step.
 */
export function isStale(saved: ListingAnswers, step: ListingStep, sent: ListingAnswers, seen: string): boolean {
	const now = stepVersion(saved, step);
	return now !== '' && now !== seen && now !== stepVersion(sent, step);
}
