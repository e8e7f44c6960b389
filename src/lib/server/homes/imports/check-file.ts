import { Batches } from './batches';
import { readRow, type ImportedBuilding, type ImportedRow } from './check-row';
import type { Column, Known } from '$lib/server/homes/dwellings/column';
import { columns } from '$lib/server/homes/dwellings/columns';
import { Consistency } from './consistency';
import { BrokenQuotes, delimiterOf, readCsv } from './read-csv';
import type { CellError, FileProblem } from './report';
import { readTitles } from './titles';

export type CheckedFile = {
	readonly delimiter: string;
	readonly rowCount: number;
	readonly problems: readonly FileProblem[];
	readonly errors: readonly CellError[];
	readonly errorCount: number;
	/** Batches of ImportedBuilding and of ImportedRow; none when anything is wrong. */
	readonly buildings: readonly string[];
	readonly rows: readonly string[];
};

/** A report shows this many wrong cells; the others are counted. */
export const SHOWN = 100;

/** Reads and checks every row of `text`: nothing is imported unless everything is right. */
export async function checkFile(text: string, known: Known): Promise<CheckedFile> {
	const delimiter = delimiterOf(text);
	const rows = new Batches<ImportedRow>();
	const errors: CellError[] = [];
	let titles: (Column | undefined)[] | undefined;
	let [rowCount, errorCount] = [0, 0];
	const refused = (...problems: FileProblem[]): CheckedFile => {
		return { delimiter, rowCount, problems, errors, errorCount, buildings: [], rows: [] };
	};
	const readers = new Map(columns.map((column) => [column, column.reader(known)]));
	const consistency = new Consistency();
	try {
		for await (const { line, cells } of readCsv(text, delimiter)) {
			if (!titles) {
				const { found, problems } = readTitles(cells);
				if (problems.length > 0) return refused(...problems);
				titles = found;
				continue;
			}
			rowCount += 1;
			const row = readRow(line, cells, titles, readers);
			const wrong = row.ok ? consistency.disagreements(row.row) : row.errors;
			errorCount += wrong.length;
			errors.push(...wrong.slice(0, SHOWN - errors.length));
			if (row.ok && errorCount === 0) rows.add(row.row);
		}
	} catch (error) {
		if (!(error instanceof BrokenQuotes)) throw error;
		return refused({ problem: 'file-broken-quotes', about: String(error.line) });
	}
	if (rowCount === 0) return refused({ problem: 'file-no-rows', about: '' });
	if (errorCount > 0) return refused();
	const buildings = new Batches<ImportedBuilding>();
	for (const building of consistency.buildings()) buildings.add(building);
	return { ...refused(), buildings: buildings.texts(), rows: rows.texts() };
}
