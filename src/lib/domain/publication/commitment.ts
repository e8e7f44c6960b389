import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Bytes of a secret and of every salt that is made from one. */
export const SECRET_BYTES = 32;

/** Whether a text is a secret: 64 lower-case hexadecimal digits. */
export const isSecret = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/**
 * The salt for one thing that a secret commits to: HMAC-SHA256 of its name under the secret. Whoever is shown one salt
 * learns nothing about the others.
 * @param secret 64 lower-case hexadecimal digits
 */
export function saltFrom(secret: string, name: string): Uint8Array {
	if (!isSecret(secret)) throw new RangeError('A secret has 64 lower-case hexadecimal digits.');
	return hmac(sha256, hexToBytes(secret), utf8ToBytes(name));
}

/**
 * A commitment to a text: SHA-256 of a salt of 32 bytes and the text, lower-case hexadecimal. It binds whoever publishes it,
 * and nobody can test a guess without the salt.
 */
export function commitTo(salt: Uint8Array, text: string): string {
	if (salt.length !== SECRET_BYTES) throw new RangeError('A salt has 32 bytes.');
	return bytesToHex(sha256(concatBytes(salt, utf8ToBytes(text))));
}
