import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json';

/**
 * The leaf that proves that a request was received: SHA-256 of a 16-byte random salt and the canonical declared row.
 * `saltHex`: 32 lower-case hexadecimal digits.
 * @returns 64 lower-case hexadecimal digits
 */
export function receiptLeaf(saltHex: string, declared: unknown): string {
	const salt = hexToBytes(saltHex);
	if (salt.length !== 16) throw new RangeError('The salt of a receipt has 16 bytes.');
	return bytesToHex(sha256(concatBytes(salt, utf8ToBytes(canonicalJson(declared)))));
}
