import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';

type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A spreadsheet runs a text that begins like a formula, so such a text gets an apostrophe first. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Rows as a CSV that Italian spreadsheets open: UTF-8 with a mark, `;`, yes and no in words. Streamed. */
export function csvAnswer(fileName: string, rows: Iterable<Row> | AsyncIterable<Row>): Response {
	const csv = stringify({
		header: true,
		bom: true,
		delimiter: ';',
		record_delimiter: 'windows',
		cast: { string: withoutFormula, boolean: (value) => (value ? 'sì' : 'no') }
	});
	const body = Readable.toWeb(Readable.from(rows).pipe(csv)) as ReadableStream<Uint8Array>;
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName}"`,
			'x-content-type-options': 'nosniff'
		}
	});
}
