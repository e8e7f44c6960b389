import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** One source of a public draw: the numbers drawn, whole and not negative, in any order. */
export type DrawnNumbers = readonly number[];

/** With fewer than five numbers a draw has too few outcomes: somebody could guess two numbers of a roulette. */
const FEWEST = 5;
const MOST = 200;

/**
 * Reads numbers as a person types them: one source on each line, with anything but digits between the numbers. Null
 * unless there are 5 to 200 numbers of at most nine digits.
 */
export function readDraw(text: string): DrawnNumbers[] | null {
	if (/[^\d\s.,;/-]/.test(text)) return null;
	const words = text.split(/[\n/]/).map((line) => line.match(/\d+/g) ?? []);
	const count = words.reduce((sum, line) => sum + line.length, 0);
	if (count < FEWEST || count > MOST || words.flat().some((word) => word.length > 9)) return null;
	return words.filter((line) => line.length > 0).map((line) => line.map(Number));
}

/**
 * The key string of RFC 3797 section 4. The numbers of each source go from the smallest to the largest, without leading
 * zeros, each followed by `.`; `/` ends a source. `[[9319], [2, 5, 12, 8, 10]]` gives `9319./2.5.8.10.12./`.
 */
export function keyString(sources: readonly DrawnNumbers[]): string {
	return sources.map((numbers) => `${[...numbers].sort((a, b) => a - b).join('.')}./`).join('');
}

/** The beacon of a round from a public draw: SHA-256 of the key string's bytes, lower-case hexadecimal. */
export function drawBeacon(key: string): string {
	return bytesToHex(sha256(utf8ToBytes(key)));
}
