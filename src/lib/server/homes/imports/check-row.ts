import type { NumberLanguage } from '$lib/domain/numbers/read-number';
import type { ReadCell, WrongCell } from '$lib/server/homes/dwellings/cells';
import type { Column } from '$lib/server/homes/dwellings/column';
import type { CellError } from './report';

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** The facts that the rows of a building give together, and the first of these rows; a missing field is unknown. */
export type ImportedBuilding = { readonly line: number; readonly code: string; readonly fields: Fields };

/** A row as the register understands it; a field that is not there is unknown. */
export type ImportedRow = {
	readonly line: number;
	readonly buildingCode: string;
	readonly code: string;
	readonly building: Fields;
	readonly dwelling: Fields;
	/** Days of milestones, by event. */
	readonly works: Readonly<Record<string, string>>;
};

/** Reads the cells of one row and reports every wrong one, not only the first. */
export function readRow(
	line: number,
	cells: readonly string[],
	titles: readonly (Column | undefined)[],
	readers: ReadonlyMap<Column, ReadCell>,
	language: NumberLanguage
): { ok: true; row: ImportedRow } | { ok: false; errors: CellError[] } {
	if (cells.slice(titles.length).some((cell) => cell !== ''))
		return { ok: false, errors: [{ row: line, column: '', value: `${cells.length}`, problem: 'row-wrong-cells' }] };
	const errors: CellError[] = [];
	const parts = { building: {}, dwelling: {}, works: {} } as Record<Column['about'], Record<string, never>>;
	for (const [index, column] of titles.entries()) {
		if (!column) continue;
		const cell = cells[index] ?? '';
		const read = cell === '' ? empty(column) : readers.get(column)!(cell, language);
		if (!read) continue;
		if (read.ok) Object.assign(parts[column.about], { [column.field]: read.value });
		else errors.push({ row: line, column: column.name, value: cell.slice(0, 60), ...faultOf(read) });
	}
	if (errors.length > 0) return { ok: false, errors };
	const { buildingCode, ...building } = parts.building as Fields;
	const { code, ...dwelling } = parts.dwelling as Fields;
	const works = parts.works as Record<string, string>;
	return { ok: true, row: { line, buildingCode: String(buildingCode), code: String(code), building, dwelling, works } };
}

const faultOf = ({ problem, meanings }: WrongCell) => (meanings ? { problem, meanings } : { problem });

const empty = (column: Column) => (column.required ? ({ ok: false, problem: 'cell-empty' } as const) : null);
