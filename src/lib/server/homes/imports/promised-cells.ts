import type { Building } from '$lib/domain/dwelling/dwelling';
import { changedFields } from '$lib/domain/dwelling/promised-facts';
import { brokenPromises, codesByStage, type NoticeOfDwelling } from '$lib/server/homes/dwellings/promises';
import type { KnownDwelling } from '$lib/server/homes/dwellings/register';
import type { ImportedBuilding, ImportedRow } from './check-row';
import { columnName } from '$lib/server/homes/dwellings/columns';
import type { CellError } from './report';
import { writeCell } from '$lib/server/homes/dwellings/write-cell';

/** The cells that say otherwise of a building than an open notice promises of one of its dwellings. */
export function promisedOfBuildings(
	rows: readonly ImportedBuilding[],
	known: ReadonlyMap<string, Building>,
	notices: readonly NoticeOfDwelling[]
): CellError[] {
	return rows.flatMap(({ line, code, fields }) => {
		const before = known.get(code);
		if (!before) return [];
		const about = notices.filter(({ buildingId }) => buildingId === before.id);
		return brokenPromises(changedFields(fields, before), before, about).map((field) =>
			wrong(line, field, fields, about)
		);
	});
}

/** The cells that say otherwise of a dwelling than an open notice promises of it. */
export function promisedOfDwellings(
	rows: readonly ImportedRow[],
	known: { buildings: ReadonlyMap<string, Building>; dwellings: ReadonlyMap<string, KnownDwelling> },
	notices: readonly NoticeOfDwelling[]
): CellError[] {
	return rows.flatMap(({ line, code, buildingCode, dwelling }) => {
		const before = known.dwellings.get(code);
		if (!before) return [];
		const after = { ...dwelling, buildingId: known.buildings.get(buildingCode)?.id };
		const about = notices.filter(({ dwellingId }) => dwellingId === before.id);
		return brokenPromises(changedFields(after, before), before, about).map((field) =>
			field === 'buildingId'
				? wrong(line, 'buildingCode', { buildingCode }, about)
				: wrong(line, field, dwelling, about)
		);
	});
}

function wrong(
	row: number,
	field: string,
	cells: Readonly<Record<string, unknown>>,
	notices: readonly NoticeOfDwelling[]
): CellError {
	return {
		row,
		column: columnName(field),
		value: String(writeCell(field, cells[field])).slice(0, 60),
		problem: 'cell-promised',
		notices: codesByStage(notices).promised
	};
}
