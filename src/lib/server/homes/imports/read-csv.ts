import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';

/** Sixty times the row of the template: longer ones are refused as broken quotes are, which they mostly come from. */
const LONGEST_ROW = 100_000;

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * The rows of a CSV, one at a time, with the line each begins at, `above` lines being left out before the text. Cells come without the spaces around them; rows
 * whose cells are all empty are left out. Throws BrokenQuotes where a quoted cell does not end as it should.
 */
export async function* readCsv(text: string, delimiter: string, above = 0): AsyncGenerator<CsvRow> {
	const parser = Readable.from(pieces(text)).pipe(
		parse({ delimiter, info: true, relax_column_count: true, trim: true, bom: true, max_record_size: LONGEST_ROW })
	);
	try {
		let line = above + 1;
		for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
			const start = line;
			line = above + info.lines + 1;
			if (record.some((cell) => cell !== '')) yield { line: start, cells: record };
		}
	} catch (error) {
		if (error instanceof CsvError) throw new BrokenQuotes(above + Number(error['lines'] ?? 0));
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
