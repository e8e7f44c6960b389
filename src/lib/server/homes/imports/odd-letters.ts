import { encodings, readAs, readTwice, writeAs, type Encoding } from './encodings';

/** A cell with letters beyond the plain ones, and how other encodings would read it. */
export type Letters = {
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly readings: Readonly<Partial<Record<Encoding, string>>>;
};

/** Signs that stand inside no word, and where wrong readings put them: `Nicol•`, `Niccol“`, `citt…`. */
const WRONG_SIGNS =
	/\p{L}['’]?[\u0080-\u009f…‚„†‡ˆ‰•“˜™¤¢£¥¦§¨©¬®¯±¶¸¹¼½¾¿×÷ƒ░▒▓│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌█▄▀‗■]|\p{L}—(?=\s|$)/u;
/** A capital that ends a word in small letters: `CaffŠ`, `citt‡`. */
const WRONG_CAPITALS = /\p{Ll}[ŠŒŽÔÞÓÒÈÌ](?!\p{Lu})/u;

/** Whether letters look as if they were read in the wrong encoding, or were lost before. */
export const looksOdd = (text: string): boolean =>
	text.includes('\ufffd') || readTwice(text) !== text || WRONG_SIGNS.test(text) || WRONG_CAPITALS.test(text);

export const hasLetters = (text: string): boolean => /[^\0-\u007f]/.test(text);

/** How each other encoding reads what was read as `value`; those that cannot, or read the same, are left out. */
export function readingsOf(value: string, from: Encoding | 'utf-16'): Letters['readings'] {
	const base = from === 'utf-16' || from === 'twice' ? 'utf-8' : from;
	const bytes = writeAs(value, base);
	if (!bytes) return {};
	const others = encodings.filter((encoding) => encoding !== from && (encoding !== 'twice' || base === 'utf-8'));
	return Object.fromEntries(
		others
			.map((encoding) => [encoding, readAs(bytes, encoding)] as const)
			.filter(([, reading]) => reading !== value && !reading.includes('\ufffd'))
	);
}
