import { m } from '$lib/paraglide/messages';
import type { CellError, FileProblem } from './report';

const cells: Record<CellError['problem'], (about: { other: string; value: string }) => string> = {
	'cell-formula': m.import_cell_formula,
	'cell-too-long': m.import_cell_too_long,
	'cell-not-number': m.import_cell_not_number,
	'cell-not-whole': m.import_cell_not_whole,
	'cell-out-of-range': m.import_cell_out_of_range,
	'cell-not-yes-or-no': m.import_cell_not_yes_or_no,
	'cell-not-date': m.import_cell_not_date,
	'cell-date-in-future': m.import_cell_date_in_future,
	'cell-not-code': m.import_cell_not_code,
	'cell-not-energy-class': m.import_cell_not_energy_class,
	'cell-owner-unknown': m.import_cell_owner_unknown,
	'cell-operation-unknown': m.import_cell_operation_unknown,
	'cell-empty': m.import_cell_empty,
	'cell-repeated-code': m.import_cell_repeated_code,
	'cell-other-building': m.import_cell_other_building,
	'cell-date-order': m.import_cell_date_order,
	'cell-promised': m.import_cell_promised,
	'row-wrong-cells': m.import_row_wrong_cells
};

/** The sentence for a wrong cell. */
export const cellSentence = (error: Pick<CellError, 'problem' | 'value' | 'other'>): string =>
	cells[error.problem]({ other: String(error.other ?? ''), value: error.value });

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
