import { m } from '$lib/paraglide/messages';
import { cellSentence } from '$lib/server/homes/dwellings/cell-problems';
import type { CellError, FileProblem } from './report';

/** The sentence for a wrong cell, or for a row with too few or too many cells. */
export const errorSentence = ({ problem, ...wrong }: CellError): string =>
	problem === 'row-wrong-cells' ? m.import_row_wrong_cells(wrong) : cellSentence({ ...wrong, problem });

const files: Record<FileProblem['problem'], (about: { about: string }) => string> = {
	'file-empty': m.import_file_empty,
	'file-not-text': m.import_file_not_text,
	'file-no-rows': m.import_file_no_rows,
	'file-broken-quotes': m.import_file_broken_quotes,
	'column-missing': m.import_column_missing,
	'column-unknown': m.import_column_unknown,
	'column-repeated': m.import_column_repeated
};

/** The sentence for a file that cannot be read. */
export const fileSentence = ({ problem, about }: FileProblem): string => files[problem]({ about });

/** The sentences for an import that was refused. */
export const importProblems = {
	'not-allowed': m.register_problem_not_allowed,
	'import-unknown': m.import_problem_unknown,
	'import-with-errors': m.import_problem_with_errors,
	'import-outdated': m.import_problem_outdated
};
