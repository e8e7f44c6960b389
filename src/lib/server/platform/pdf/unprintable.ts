/** Stands for a character that no font of the documents has. */
export const UNKNOWN = '□';

/** Typst's words for a text without a glyph, which PDF/UA forbids; quoted twice, as Rust prints a list of errors. */
const NO_GLYPH = /the text `\\"(.+?)\\"` could not be displayed/g;

/** The texts that Typst could not draw, from the words of its error. */
export function unprintableIn(problem: string): string[] {
	return [...problem.matchAll(NO_GLYPH)].map(([, quoted = '']) => unquoted(unquoted(quoted)));
}

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

const unquoted = (text: string) =>
	text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, hex?: string, sign = '') =>
		hex ? String.fromCodePoint(parseInt(hex, 16)) : (NAMED[sign] ?? sign)
	);

/** The JSON with `UNKNOWN` in place of each of these texts. */
export function without(json: string, texts: readonly string[]): string {
	return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
		typeof value === 'string' ? texts.reduce((text, one) => text.replaceAll(one, UNKNOWN), value) : value
	);
}
