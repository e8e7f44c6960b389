import { createHash } from 'node:crypto';

/** A text with the hash of its bytes. */
export type HashedText = { readonly text: string; readonly hash: string };

/**
 * Joins the pieces of a text and takes their SHA-256 on the way, lower-case hexadecimal: hashed whole, the megabytes of a
 * round would be copied once more. A piece ends at the end of a character.
 */
export function hashedText(pieces: Iterable<string>): HashedText {
	const hash = createHash('sha256');
	const texts: string[] = [];
	for (const piece of pieces) {
		hash.update(piece);
		texts.push(piece);
	}
	return { text: texts.join(''), hash: hash.digest('hex') };
}
