import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../receipt/canonical-json';
import type { RuleSet } from './rule-set';

/** The text that a notice freezes, and its SHA-256 in lower-case hexadecimal. Same rules, same hash. */
export function freezeRuleSet(rules: RuleSet): { text: string; hash: string } {
	const text = canonicalJson(rules);
	return { text, hash: bytesToHex(sha256(utf8ToBytes(text))) };
}
