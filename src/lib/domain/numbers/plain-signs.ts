const DIGIT = /\p{Nd}/u;
/** Zero-width and direction signs, soft hyphens: nobody sees them, and other programs put them beside numbers. */
const INVISIBLE = /[\p{Cf}\ufe0e\ufe0f]/gu;

/**
 * A typed text with the digits of every script as 0 to 9, each kind of space as one, each kind of apostrophe and of
 * minus as the plain one, and without signs that nobody sees. Full-width signs become plain ones (NFKC), `m²` becomes `m2`.
 */
export const plainSigns = (text: string): string => (/^[!-_a-~]*$/.test(text) ? text : plain(text));

const plain = (text: string): string =>
	text
		// Before NFKC, which makes a space and a mark of an acute accent.
		.replaceAll(/[’‘ʼʹ′´`]/g, "'")
		.normalize('NFKC')
		.replaceAll(INVISIBLE, '')
		.replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0)!)))
		.replaceAll(/[\s\p{Zs}]+/gu, ' ')
		.replaceAll(/[\u2010-\u2015\u2212\ufe63]/g, '-')
		.trim();

/** Unicode keeps the ten digits of a script side by side, in order: the value is the distance from the first of them. */
function digitValue(code: number): number {
	let value = 0;
	while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
	return value;
}
