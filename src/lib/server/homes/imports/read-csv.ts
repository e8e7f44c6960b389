import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';

/** The titles of the template take 1,500 signs. */
const LONGEST_TITLES = 20_000;
/** A row of them: longer ones are refused as broken quotes are, which they mostly come from. */
const LONGEST_ROW = 100_000;

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** The separator of a file, from its first line: whichever of `;`, tab and `,` is there most, outside quotes. */
export function delimiterOf(text: string): ';' | '\t' | ',' {
	// A pattern that repeats over a line of millions of signs overflows the stack.
	const first = /^(?:"[^"]*"|[^\r\n"])*/.exec(text.slice(0, LONGEST_TITLES))![0].replaceAll(/"[^"]*"/g, '');
	const count = (sign: string) => first.split(sign).length - 1;
	const [most] = ([';', '\t', ','] as const).toSorted((a, b) => count(b) - count(a));
	return most!;
}

/**
 * The rows of a CSV, one at a time, with the line each begins at. Cells come without the spaces around them; rows
 * whose cells are all empty are left out. Throws BrokenQuotes where a quoted cell does not end as it should.
 */
export async function* readCsv(text: string, delimiter: string): AsyncGenerator<CsvRow> {
	const parser = Readable.from(pieces(text)).pipe(
		parse({ delimiter, info: true, relax_column_count: true, trim: true, bom: true, max_record_size: LONGEST_ROW })
	);
	try {
		let line = 1;
		for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
			const start = line;
			line = info.lines + 1;
			if (record.some((cell) => cell !== '')) yield { line: start, cells: record };
		}
	} catch (error) {
		if (error instanceof CsvError) throw new BrokenQuotes(Number(error['lines'] ?? 0));
		throw error;
	}
}

export class BrokenQuotes extends Error {
	constructor(readonly line: number) {
		super(`Quotes are broken at line ${line}.`);
	}
}

const PIECE = 65_536;

function* pieces(text: string): Generator<string> {
	for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE);
}
