import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A buffer for decoding: a round opens 15,000 short texts one after the other. It holds sealed bytes only. */
const workspace = Buffer.alloc(4_096);

function decoded(sealed: string): Buffer {
	if (sealed.length > workspace.length) return Buffer.from(sealed, 'base64');
	return workspace.subarray(0, workspace.write(sealed, 'base64'));
}

/**
 * Seals `bytes` with AES-256-GCM. `place` (`applications.needs_sealed:ID`) is bound to it: moved to another row or
 * column, it does not open. The length stays to be seen.
 */
export function sealBytes(key: Buffer, place: string, bytes: Uint8Array): Buffer {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
	return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` closed in the same place; throws when key, place or bytes differ. */
export function unsealBytes(key: Buffer, place: string, sealed: Buffer): Buffer {
	const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
	decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(sealed.length - TAG));
	const bytes = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
	// GCM leaves no bytes over. This call checks the tag before the bytes are used.
	decipher.final();
	return bytes;
}

/** Seals `value` as `sealBytes` does. The text is padded to a multiple of 256 bytes, so that its length tells nothing. */
export function seal(key: Buffer, place: string, value: unknown): string {
	const text = Buffer.from(JSON.stringify(value));
	const padded = Buffer.alloc(Math.ceil((text.length + 1) / 256) * 256, 0x20);
	text.copy(padded);
	return sealBytes(key, place, padded).toString('base64');
}

/** Opens what `seal` closed in the same place; throws when key, place or text differ. */
export const unseal = (key: Buffer, place: string, sealed: string): unknown =>
	JSON.parse(unsealBytes(key, place, decoded(sealed)).toString());
