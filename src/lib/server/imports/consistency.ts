import type { ImportedRow } from './check-row';
import { columnName } from './columns';
import type { CellError } from './report';

/**
 * Remembers the rows it is shown and tells where the next one disagrees with them: a dwelling twice, a building with
 * two addresses; or with itself: works that end before they begin.
 */
export function consistency(): (row: ImportedRow) => CellError[] {
	const dwellings = new Map<string, number>();
	const buildings = new Map<string, { line: number; fields: Map<string, { line: number; value: unknown }> }>();
	return (row) => {
		const errors = [...repeated(row), ...otherBuilding(row), ...worksOrder(row)];
		if (!dwellings.has(row.code)) dwellings.set(row.code, row.line);
		return errors;
	};

	function repeated({ line, code }: ImportedRow): CellError[] {
		const other = dwellings.get(code);
		if (other === undefined) return [];
		return [{ row: line, column: 'codice_alloggio', value: code, problem: 'cell-repeated-code', other }];
	}

	function otherBuilding({ line, buildingCode, building }: ImportedRow): CellError[] {
		const known = buildings.get(buildingCode) ?? { line, fields: new Map() };
		buildings.set(buildingCode, known);
		return Object.entries(building).flatMap(([field, value]) => {
			const before = known.fields.get(field);
			if (!before) known.fields.set(field, { line, value });
			if (!before || before.value === value) return [];
			const cell = String(value).slice(0, 60);
			return [
				{ row: line, column: columnName(field), value: cell, problem: 'cell-other-building', other: before.line }
			];
		});
	}
}

function worksOrder({ line, works }: ImportedRow): CellError[] {
	const given = ['works_planned', 'works_started', 'works_done'].filter((event) => works[event] !== undefined);
	const late = given.find((event, index) => index > 0 && works[event]! < works[given[index - 1]!]!);
	return late ? [{ row: line, column: columnName(late), value: works[late]!, problem: 'cell-date-order' }] : [];
}
