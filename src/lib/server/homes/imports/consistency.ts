import type { Fields, ImportedBuilding, ImportedRow } from './check-row';
import { columnName } from '$lib/server/homes/dwellings/columns';
import type { CellError } from './report';

type Seen = {
	/** The line that named it first, which gave every field but the later ones. */
	readonly line: number;
	fields: Fields;
	later?: Map<string, number>;
};

/**
 * Remembers the rows it has read and reports where the next one contradicts them (a dwelling twice, a building with two
 * addresses) or itself (works that end before they begin). It remembers all that the file says of a building.
 */
export class Consistency {
	private readonly dwellings = new Map<string, number>();
	private readonly seen = new Map<string, Seen>();

	disagreements(row: ImportedRow): CellError[] {
		const errors = [...this.repeated(row), ...this.otherBuilding(row), ...worksOrder(row)];
		if (!this.dwellings.has(row.code)) this.dwellings.set(row.code, row.line);
		return errors;
	}

	/** Every building shown so far, with what all its rows say together. */
	*buildings(): Generator<ImportedBuilding> {
		for (const [code, { line, fields }] of this.seen) yield { line, code, fields };
	}

	private repeated({ line, code }: ImportedRow): CellError[] {
		const other = this.dwellings.get(code);
		if (other === undefined) return [];
		return [{ row: line, column: 'codice_alloggio', value: code, problem: 'cell-repeated-code', other }];
	}

	private otherBuilding({ line, buildingCode, building }: ImportedRow): CellError[] {
		const known = this.seen.get(buildingCode);
		if (!known) {
			this.seen.set(buildingCode, { line, fields: building });
			return [];
		}
		return Object.entries(building).flatMap(([field, value]) => {
			const before = known.fields[field];
			if (before === undefined) {
				known.fields = { ...known.fields, [field]: value };
				known.later = (known.later ?? new Map<string, number>()).set(field, line);
			}
			if (before === undefined || before === value) return [];
			const cell = String(value).slice(0, 60);
			const other = known.later?.get(field) ?? known.line;
			return [{ row: line, column: columnName(field), value: cell, problem: 'cell-other-building', other }];
		});
	}
}

function worksOrder({ line, works }: ImportedRow): CellError[] {
	const given = ['works_planned', 'works_started', 'works_done'].filter((event) => works[event] !== undefined);
	const late = given.find((event, index) => index > 0 && works[event]! < works[given[index - 1]!]!);
	return late ? [{ row: line, column: columnName(late), value: works[late]!, problem: 'cell-date-order' }] : [];
}
