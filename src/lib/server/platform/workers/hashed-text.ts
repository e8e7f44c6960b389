import { createHash } from 'node:crypto';

/** A text in pieces, and the SHA-256 of its bytes, lower-case hexadecimal. `text()` joins them: four megabytes of a round. */
export type HashedText = { readonly hash: string; readonly text: () => string };

/**
 * Hashes the pieces of a text as they are written: hashed whole, the megabytes of a round would be copied once more, and
 * its result needs the hash alone. A piece ends at the end of a character.
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
