import type { FlatDoubt } from '$lib/domain/plausibility/flat-rules';
import type { NumberLanguage } from '$lib/domain/numbers/read-number';
import type { CellProblem } from '$lib/server/homes/dwellings/cells';
import type { Found } from './decode';
import type { Encoding } from './encodings';
import type { Letters } from './odd-letters';

/** Cells with letters beyond the plain ones, odd ones first; `odd` counts those that look wrong. */
export type LettersSeen = { readonly odd: number; readonly sample: readonly Letters[] };

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

/** One wrong cell. `row` is the line of the file; `other` the line it disagrees with. */
export type CellError = {
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly problem: CellProblem | 'row-wrong-cells';
	readonly other?: number;
	/** The numbers that a cell with two meanings may mean, as one types them. */
	readonly meanings?: readonly [string, string];
	/** Codes of the notices that promise what the cell would change. */
	readonly notices?: readonly string[];
};

/** Wrong cells of one column for one reason; `row` and `value` are those of the first. */
export type ErrorGroup = CellError & {
	readonly count: number;
	/** The first lines and the first different values. */
	readonly rows: readonly number[];
	readonly values: readonly string[];
};

/** What may be wrong, though it can be imported; `other`: the code it looks like, in line `otherRow` or in the register. */
export type Warning = {
	readonly kind: 'like-date' | 'like-code' | 'same-address' | 'same-flat' | 'doubtful';
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly other?: string;
	readonly otherRow?: number | null;
	/** The rule that a `doubtful` cell meets. */
	readonly doubt?: Pick<FlatDoubt, 'rule' | 'values'>;
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
	readonly encoding: Encoding | 'utf-16';
	/** The encoding of the stored text: what the file was taken for before a person chose. */
	readonly found: Found;
	/** Whose signs the numbers have. */
	readonly language: NumberLanguage;
	readonly delimiter: string;
	/** The line of the titles. */
	readonly titlesAt: number;
	readonly rows: number;
	readonly problems: readonly FileProblem[];
	/** The first groups of them; `errorCount` counts the cells. */
	readonly errors: readonly ErrorGroup[];
	readonly errorCount: number;
	/** The first of them. */
	readonly warnings: readonly Warning[];
	readonly warningCount: number;
	readonly letters: LettersSeen;
	readonly counts: ImportCounts;
};

export const nothing: ImportCounts = {
	newBuildings: 0,
	changedBuildings: 0,
	newDwellings: 0,
	changedDwellings: 0,
	unchangedDwellings: 0
};
