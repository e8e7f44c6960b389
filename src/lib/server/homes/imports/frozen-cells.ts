import { changedFields } from '$lib/domain/dwelling/promised-facts';
import { columnName } from '$lib/server/homes/dwellings/columns';
import type { KnownDwelling } from '$lib/server/homes/dwellings/register';
import { writeCell } from '$lib/server/homes/dwellings/write-cell';
import type { ImportedRow } from './check-row';
import type { CellError } from './report';

/** The cells that say otherwise of a dwelling than its certificate of works attests. */
export function frozenOfDwellings(
	rows: readonly ImportedRow[],
	known: ReadonlyMap<string, KnownDwelling>,
	frozen: ReadonlyMap<string, readonly string[]>
): CellError[] {
	return rows.flatMap(({ line, code, dwelling }) => {
		const before = known.get(code);
		const fields = before ? (frozen.get(before.id) ?? []) : [];
		return changedFields(dwelling, before ?? {})
			.filter((field) => fields.includes(field))
			.map((field) => ({
				row: line,
				column: columnName(field),
				value: String(writeCell(field, dwelling[field])).slice(0, 60),
				problem: 'cell-certified' as const
			}));
	});
}
