import { m } from '$lib/paraglide/messages';
import { cellSentence } from '$lib/server/homes/dwellings/cell-problems';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';
import type { CellError, FileProblem, Warning } from './report';

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

const warnings: Record<Exclude<Warning['kind'], 'doubtful'>, (about: { other: string }) => string> = {
	'like-date': m.import_warning_like_date,
	'like-code': m.import_warning_like_code,
	'same-address': m.import_warning_same_address,
	'same-flat': m.import_warning_same_flat
};

/** The sentence for what may be wrong. */
export function warningSentence({ kind, other = '', otherRow, doubt }: Warning): string {
	if (kind === 'doubtful') return doubt ? flatDoubtText(doubt) : '';
	const where = otherRow ? m.import_at_row({ row: otherRow }) : m.import_in_register();
	return warnings[kind]({ other: `${other} (${where})` });
}

/** The sentences for an import that was refused. */
export const importProblems = {
	'not-allowed': m.register_problem_not_allowed,
	'import-unknown': m.import_problem_unknown,
	'import-with-errors': m.import_problem_with_errors,
	'import-outdated': m.import_problem_outdated
};
