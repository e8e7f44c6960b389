import { columns, plainTitle } from '$lib/server/homes/dwellings/columns';

/** Lines in which the titles are looked for: a heading, a date, the name of an office and blank lines stand above them. */
const LINES = 40;
/** The titles of the template take 1,500 signs. */
const LONGEST_TITLES = 20_000;
const SEPARATORS = [';', '\t', ',', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const dwellingTitles = new Set(columns.map(({ name }) => plainTitle(name)));

/** Where the rows begin: from the line of the titles on, with `above` lines left out before it. */
export type Start = { readonly separator: Separator; readonly above: number; readonly text: string };

/**
 * Finds the titles and the separator of a file: the line and the separator that give most titles of the template. Where
 * no line has two of them, the first line that says something counts, so that the report can name what is missing.
 * @param titles plain, as `plainTitle` makes them; by default those of the dwellings
 */
export function findTitles(text: string, titles: ReadonlySet<string> = dwellingTitles): Start {
	let best: Start & { known: number } = { ...firstLine(text), known: 1 };
	let [start, above] = [0, 0];
	while (above < LINES && start < text.length) {
		const line = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST_TITLES))![0];
		for (const separator of SEPARATORS) {
			const known = cellsOf(line, separator).filter((cell) => titles.has(plainTitle(cell))).length;
			if (known > best.known) best = { separator, above, text: text.slice(start), known };
		}
		start = endOfLine(text, start);
		above += 1;
	}
	return best;
}

const cellsOf = (line: string, separator: Separator) =>
	line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

function endOfLine(text: string, from: number): number {
	const end = /\r\n|\r|\n/g;
	end.lastIndex = from;
	return end.exec(text) ? end.lastIndex : text.length;
}

/** The first line that is not blank and does not name a separator (`sep=;`). */
function firstLine(text: string): Start {
	const named = /^\s*"?sep=([;,\t|])"?[ \t]*(?:\r\n|\r|\n)/i.exec(text);
	const before = (named?.[0] ?? '') + /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(named?.[0].length ?? 0))![0];
	const rest = text.slice(before.length);
	const above = before.match(/\r\n|\r|\n/g)?.length ?? 0;
	return { separator: (named?.[1] as Separator | undefined) ?? mostIn(rest), above, text: rest };
}

/** Whichever separator the first line has most, outside quotes. */
function mostIn(text: string): Separator {
	// A pattern that repeats over a line of millions of signs overflows the stack.
	const first = /^(?:"[^"]*"|[^\r\n"])*/.exec(text.slice(0, LONGEST_TITLES))![0].replaceAll(/"[^"]*"/g, '');
	const count = (sign: string) => first.split(sign).length - 1;
	const [most] = SEPARATORS.toSorted((a, b) => count(b) - count(a));
	return most!;
}
