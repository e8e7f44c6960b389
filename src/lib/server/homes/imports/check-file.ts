import type { NumberLanguage } from '$lib/domain/numbers/read-number';
import { Batches } from './batches';
import { readRow, type ImportedBuilding, type ImportedRow } from './check-row';
import type { Column, Known } from '$lib/server/homes/dwellings/column';
import { columns } from '$lib/server/homes/dwellings/columns';
import { doubtsOfRow } from './doubts-of-row';
import { Consistency } from './consistency';
import type { Encoding } from './encodings';
import { findTitles } from './find-titles';
import { GroupedErrors } from './grouped-errors';
import { BrokenQuotes, readCsv } from './read-csv';
import type { ErrorGroup, FileProblem, LettersSeen, Warning } from './report';
import { SeenCells } from './seen-cells';
import { readTitles } from './titles';

export type CheckedFile = {
	readonly delimiter: string;
	/** The line of the titles. */
	readonly titlesAt: number;
	readonly rowCount: number;
	readonly problems: readonly FileProblem[];
	readonly errors: readonly ErrorGroup[];
	readonly errorCount: number;
	readonly warnings: readonly Warning[];
	readonly warningCount: number;
	readonly letters: LettersSeen;
	/** Batches of ImportedBuilding and of ImportedRow; none when anything is wrong. */
	readonly buildings: readonly string[];
	readonly rows: readonly string[];
};

/** How a file is read. `language`: whose signs its numbers have. */
export type FileReading = { readonly encoding: Encoding | 'utf-16'; readonly language: NumberLanguage };

/** Reads and checks every row of `text`: nothing is imported unless everything is right. */
export async function checkFile(text: string, known: Known, reading: FileReading): Promise<CheckedFile> {
	const { separator, above, text: table } = findTitles(text);
	const rows = new RowsRead(known, reading);
	const refused = (...problems: FileProblem[]): CheckedFile => ({
		delimiter: separator,
		titlesAt: above + 1,
		...rows.told(),
		problems,
		buildings: [],
		rows: []
	});
	let titles: (Column | undefined)[] | undefined;
	try {
		for await (const { line, cells } of readCsv(table, separator, above)) {
			if (titles) {
				rows.read(line, cells, titles);
				continue;
			}
			const { found, problems } = readTitles(cells, columns);
			if (problems.length > 0) return refused(...problems);
			titles = found;
		}
	} catch (error) {
		if (!(error instanceof BrokenQuotes)) throw error;
		return refused({ problem: 'file-broken-quotes', about: String(error.line) });
	}
	if (rows.rowCount === 0) return refused({ problem: 'file-no-rows', about: '' });
	if (rows.errors.count > 0) return refused();
	return { ...refused(), ...rows.texts() };
}

/** The rows read so far; they are kept until one of them is wrong. */
class RowsRead {
	readonly errors = new GroupedErrors();
	rowCount = 0;
	readonly #rows = new Batches<ImportedRow>();
	readonly #consistency = new Consistency();
	readonly #readers;
	readonly #language;
	readonly #today;
	readonly #seen;

	constructor(known: Known, { language, encoding }: FileReading) {
		this.#language = language;
		this.#today = known.today;
		this.#seen = new SeenCells(encoding);
		this.#readers = new Map(columns.map((column) => [column, column.reader(known)]));
	}

	read(line: number, cells: readonly string[], titles: readonly (Column | undefined)[]): void {
		this.rowCount += 1;
		this.#seen.see(line, cells, titles);
		const row = readRow(line, cells, titles, this.#readers, this.#language);
		const doubts = row.ok ? doubtsOfRow(row.row, this.#today) : { refused: [], asked: [] };
		this.errors.add(row.ok ? [...this.#consistency.disagreements(row.row), ...doubts.refused] : row.errors);
		for (const asked of doubts.asked) this.#seen.warn(asked);
		if (row.ok && this.errors.count === 0) this.#rows.add(row.row);
	}

	told() {
		const { warnings, warningCount } = this.#seen;
		return {
			rowCount: this.rowCount,
			errors: this.errors.list(),
			errorCount: this.errors.count,
			warnings,
			warningCount,
			letters: this.#seen.letters()
		};
	}

	texts() {
		const buildings = new Batches<ImportedBuilding>();
		for (const building of this.#consistency.buildings()) buildings.add(building);
		return { buildings: buildings.texts(), rows: this.#rows.texts() };
	}
}
