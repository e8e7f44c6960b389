import type { NumberLanguage } from '$lib/domain/numbers/read-number';
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

/**
 * Reads and checks every row of `text`: nothing is imported unless everything is right.
 * @param language whose signs the numbers have
 */
export async function checkFile(text: string, known: Known, language: NumberLanguage): Promise<CheckedFile> {
	const delimiter = delimiterOf(text);
	const rows = new RowsRead(known, language);
	const refused = (...problems: FileProblem[]): CheckedFile => {
		const { rowCount, errors, errorCount } = rows;
		return { delimiter, rowCount, problems, errors, errorCount, buildings: [], rows: [] };
	};
	let titles: (Column | undefined)[] | undefined;
	try {
		for await (const { line, cells } of readCsv(text, delimiter)) {
			if (titles) {
				rows.read(line, cells, titles);
				continue;
			}
			const { found, problems } = readTitles(cells);
			if (problems.length > 0) return refused(...problems);
			titles = found;
		}
	} catch (error) {
		if (!(error instanceof BrokenQuotes)) throw error;
		return refused({ problem: 'file-broken-quotes', about: String(error.line) });
	}
	if (rows.rowCount === 0) return refused({ problem: 'file-no-rows', about: '' });
	if (rows.errorCount > 0) return refused();
	return { ...refused(), ...rows.texts() };
}

/** The rows read so far; they are kept until one of them is wrong. */
class RowsRead {
	readonly errors: CellError[] = [];
	rowCount = 0;
	errorCount = 0;
	readonly #rows = new Batches<ImportedRow>();
	readonly #consistency = new Consistency();
	readonly #readers;

	readonly #language;

	constructor(known: Known, language: NumberLanguage) {
		this.#language = language;
		this.#readers = new Map(columns.map((column) => [column, column.reader(known)]));
	}

	read(line: number, cells: readonly string[], titles: readonly (Column | undefined)[]): void {
		this.rowCount += 1;
		const row = readRow(line, cells, titles, this.#readers, this.#language);
		const wrong = row.ok ? this.#consistency.disagreements(row.row) : row.errors;
		this.errorCount += wrong.length;
		this.errors.push(...wrong.slice(0, SHOWN - this.errors.length));
		if (row.ok && this.errorCount === 0) this.#rows.add(row.row);
	}

	texts() {
		const buildings = new Batches<ImportedBuilding>();
		for (const building of this.#consistency.buildings()) buildings.add(building);
		return { buildings: buildings.texts(), rows: this.#rows.texts() };
	}
}
