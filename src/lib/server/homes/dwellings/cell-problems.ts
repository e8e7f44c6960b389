import { m } from '$lib/paraglide/messages';
import type { CellProblem, WrongCell } from './cells';

type About = { other: string; value: string; first: string; second: string; notices: string };

const cells: Record<CellProblem, (about: About) => string> = {
	'cell-formula': m.import_cell_formula,
	'cell-too-long': m.import_cell_too_long,
	'cell-invisible': m.import_cell_invisible,
	'cell-not-number': m.import_cell_not_number,
	'cell-not-whole': m.import_cell_not_whole,
	'cell-two-meanings': ({ value, first, second }) => m.number_two_meanings({ typed: value, first, second }),
	'cell-floor-in-words': m.import_cell_floor_in_words,
	'cell-out-of-range': m.import_cell_out_of_range,
	'cell-not-yes-or-no': m.import_cell_not_yes_or_no,
	'cell-not-date': m.import_cell_not_date,
	'cell-short-year': m.import_cell_short_year,
	'cell-date-in-future': m.import_cell_date_in_future,
	'cell-not-code': m.import_cell_not_code,
	'cell-not-energy-class': m.import_cell_not_energy_class,
	'cell-owner-unknown': m.import_cell_owner_unknown,
	'cell-operation-unknown': m.import_cell_operation_unknown,
	'cell-empty': m.import_cell_empty,
	'cell-repeated-code': m.import_cell_repeated_code,
	'cell-other-building': m.import_cell_other_building,
	'cell-date-order': m.import_cell_date_order,
	'cell-certified': m.import_cell_certified,
	'cell-promised': m.import_cell_promised
};

/** The sentence for a wrong cell; `other`: the line of the file it disagrees with. */
export const cellSentence = (wrong: {
	readonly problem: CellProblem;
	readonly value: string;
	readonly other?: number;
	readonly meanings?: readonly [string, string];
	readonly notices?: readonly string[];
}): string => {
	const [first = '', second = ''] = wrong.meanings ?? [];
	const notices = (wrong.notices ?? []).join(', ');
	return cells[wrong.problem]({ other: String(wrong.other ?? ''), value: wrong.value, first, second, notices });
};

/** The same for a field of a form, which is no cell of a column. */
export function fieldSentence({ problem, meanings }: WrongCell, value: string): string {
	if (problem === 'cell-empty') return m.register_error_empty();
	if (problem === 'cell-too-long') return m.register_error_too_long();
	return cellSentence({ problem, value, meanings });
}
