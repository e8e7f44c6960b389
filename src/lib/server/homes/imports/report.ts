import type { CellProblem } from '$lib/server/homes/dwellings/cells';

/** A fault of a file as a whole; `about` names the columns or the line. */
export type FileProblem = {
	readonly problem:
		| 'file-empty'
		| 'file-not-text'
		| 'file-no-rows'
		| 'file-broken-quotes'
		| 'column-missing'
		| 'column-unknown'
		| 'column-repeated';
	readonly about: string;
};

/** One wrong cell. `row` is the line of the file, the titles being line 1; `other` the line it disagrees with. */
export type CellError = {
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly problem: CellProblem | 'row-wrong-cells';
	readonly other?: number;
	/** The numbers that a cell with two meanings may mean, as one types them. */
	readonly meanings?: readonly [string, string];
};

/** The report on importing a file, before or after it. */
export type ImportCounts = {
	readonly newBuildings: number;
	readonly changedBuildings: number;
	readonly newDwellings: number;
	readonly changedDwellings: number;
	readonly unchangedDwellings: number;
};

export type ImportReport = {
	readonly encoding: string;
	readonly delimiter: string;
	readonly rows: number;
	readonly problems: readonly FileProblem[];
	/** The first of them; `errorCount` says how many there are. */
	readonly errors: readonly CellError[];
	readonly errorCount: number;
	readonly counts: ImportCounts;
};

export const nothing: ImportCounts = {
	newBuildings: 0,
	changedBuildings: 0,
	newDwellings: 0,
	changedDwellings: 0,
	unchangedDwellings: 0
};
