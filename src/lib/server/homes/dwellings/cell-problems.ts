import { m } from '$lib/paraglide/messages';
import type { CellProblem } from './cells';

const cells: Record<CellProblem, (about: { other: string; value: string }) => string> = {
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
	'cell-promised': m.import_cell_promised
};

/** The sentence for a wrong cell; `other`: the line of the file it disagrees with. */
export const cellSentence = (wrong: {
	readonly problem: CellProblem;
	readonly value: string;
	readonly other?: number;
}): string => cells[wrong.problem]({ other: String(wrong.other ?? ''), value: wrong.value });
