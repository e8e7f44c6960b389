import { createHash } from 'node:crypto';

/** A text in pieces, and the SHA-256 of its bytes, lower-case hexadecimal. `text()` joins them: four megabytes of a round. */
export type HashedText = { readonly hash: string; readonly text: () => string };

/**
 * Hashes the pieces of a text as they are written. Hashing the whole text would copy the megabytes of a round once
 * more. A piece ends at the end of a character.
 */
export function hashedText(pieces: Iterable<string>): HashedText {
	const hash = createHash('sha256');
	const texts: string[] = [];
	for (const piece of pieces) {
		hash.update(piece);
		texts.push(piece);
	}
	return { hash: hash.digest('hex'), text: () => texts.join('') };
}
