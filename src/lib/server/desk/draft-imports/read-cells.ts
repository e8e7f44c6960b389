import type { Day } from '$lib/domain/calendar/instant';
import { HAPPENED } from '$lib/domain/household/fact-fields';
import { writeNumber } from '$lib/domain/numbers/read-number';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { cellSentence } from '$lib/server/homes/dwellings/cell-problems';
import { choiceOf, listed } from './cell-words';
import { draftColumns, type DraftColumn } from './columns';

/** The cells of a row, by the name of their column; a column that the file does not have is not there. */
export type Cells = ReadonlyMap<string, string>;

/** A fault of a cell, or of a whole row where `column` is empty. `sentence` says how to mend it. */
export type CellError = { readonly column: string; readonly value: string; readonly sentence: string };

export const cellOf = (cells: Cells, { name }: DraftColumn): string => cells.get(name) ?? '';

export const errorIn = (cells: Cells, column: DraftColumn, sentence: string): CellError => ({
	...{ column: column.name, value: cellOf(cells, column).slice(0, 60), sentence }
});

/** The filled columns of one part. */
export const filledOf = (cells: Cells, about: DraftColumn['about']): DraftColumn[] =>
	draftColumns.filter((column) => column.about === about && cellOf(cells, column) !== '');

/** Some cells as the form would post them, so that the form's own rules read them; every cell that nobody can read is told. */
export function typedForm(cells: Cells, columns: readonly DraftColumn[], today: Day) {
	const form = new FormData();
	const errors: CellError[] = [];
	for (const column of columns) {
		const read = fieldText(column, cellOf(cells, column), today);
		if ('sentence' in read) errors.push(errorIn(cells, column, read.sentence));
		else if (column.field !== HAPPENED) form.append(column.field, read.text);
		else if (read.text === 'yes') form.append(HAPPENED, column.fact!);
	}
	return { form, errors };
}

type FieldText = { readonly text: string } | { readonly sentence: string };

function fieldText(column: DraftColumn, cell: string, today: Day): FieldText {
	if (column.kind === 'text') return { text: cell };
	if (column.kind === 'words') {
		const choice = choiceOf(column.words, cell);
		return choice ? { text: choice } : { sentence: m.drafts_cell_words({ words: listed(column.words) }) };
	}
	const read = column.read(today)(cell, 'it');
	if (!read.ok) return { sentence: cellSentence({ ...read, value: cell }) };
	if (typeof read.value === 'boolean') return { text: read.value ? 'yes' : 'no' };
	if (typeof read.value === 'string' || !column.number) return { text: String(read.value) };
	// The form reads numbers in the language of the page, a file always in Italian.
	return { text: writeNumber(read.value, column.number, getLocale()) };
}
