import { randomInt } from 'node:crypto';

/** Letters and figures that are not mistaken for one another when read aloud. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * The name under which a request appears in public, `K7QM-2RXD`. It is random, so that it says nothing about the
 * household.
 */
export function newPseudonym(): string {
	const part = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
	return `${part()}-${part()}`;
}
