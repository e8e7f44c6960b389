import { plainTitle } from '$lib/server/homes/dwellings/columns';
import { decode } from '$lib/server/homes/imports/decode';
import { findTitles } from '$lib/server/homes/imports/find-titles';
import { BrokenQuotes, readCsv } from '$lib/server/homes/imports/read-csv';
import type { FileProblem } from '$lib/server/homes/imports/report';
import { readTitles, type Titled } from '$lib/server/homes/imports/titles';
import { draftColumns, MOST_ROWS } from './columns';
import type { Cells } from './read-cells';

/** The last column of the file of rows to mend. It is read by nobody, so that the file can be given again as it is. */
export const ERROR_COLUMN = 'da_correggere';

/** A row: its line in the file, its cells by column, and how many cells it has beyond the titles. */
export type FileRow = { readonly line: number; readonly cells: Cells; readonly beyond: number };
export type DraftFileProblem = FileProblem | { readonly problem: 'too-many-rows'; readonly about: string };
export type FileRead =
	| { readonly ok: true; readonly text: string; readonly rows: readonly FileRow[] }
	| { readonly ok: false; readonly problems: readonly DraftFileProblem[] };

const columns: readonly Titled[] = [...draftColumns, { name: ERROR_COLUMN }];
const titles = new Set(columns.map(({ name }) => plainTitle(name)));
const refused = (...problems: readonly DraftFileProblem[]): FileRead => ({ ok: false, problems });

/** The rows of an uploaded file: in any of the usual encodings, with any separator, the titles in any order. */
export async function readFile(bytes: Uint8Array): Promise<FileRead> {
	const decoded = decode(bytes);
	if (!decoded.ok) return refused({ problem: decoded.problem, about: '' });
	try {
		return await readRows(decoded.text);
	} catch (error) {
		if (!(error instanceof BrokenQuotes)) throw error;
		return refused({ problem: 'file-broken-quotes', about: String(error.line) });
	}
}

async function readRows(text: string): Promise<FileRead> {
	const { separator, above, text: table } = findTitles(text, titles);
	const rows: FileRow[] = [];
	let names: (string | undefined)[] | undefined;
	for await (const { line, cells } of readCsv(table, separator, above)) {
		if (names === undefined) {
			const { found, problems } = readTitles(cells, columns);
			if (problems.length > 0) return refused(...problems);
			names = found.map((column) => column?.name);
			continue;
		}
		if (rows.length === MOST_ROWS) return refused({ problem: 'too-many-rows', about: String(MOST_ROWS) });
		const named = names.flatMap((name, index): [string, string][] => (name ? [[name, cells[index] ?? '']] : []));
		const beyond = cells.slice(names.length).filter((cell) => cell !== '').length;
		rows.push({ line, cells: new Map(named), beyond });
	}
	return rows.length === 0 ? refused({ problem: 'file-no-rows', about: '' }) : { ok: true, text, rows };
}
