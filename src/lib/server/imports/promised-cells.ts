import type { Building } from '$lib/domain/dwelling/dwelling';
import { changedFields } from '$lib/domain/dwelling/promised-facts';
import type { NoticeOfDwelling } from '$lib/server/dwellings/promise-repository';
import { brokenPromises } from '$lib/server/dwellings/promises';
import type { KnownDwelling } from '$lib/server/dwellings/register';
import type { ImportedRow } from './check-row';
import { columnName } from './columns';
import type { CellError } from './report';

type Known = { buildings: ReadonlyMap<string, Building>; dwellings: ReadonlyMap<string, KnownDwelling> };

/** The cells that say otherwise than an open notice promises of their dwelling, or of a dwelling of their building. */
export function promisedCells(
	rows: readonly ImportedRow[],
	known: Known,
	notices: readonly NoticeOfDwelling[]
): CellError[] {
	const byDwelling = grouped(notices, 'dwellingId');
	const byBuilding = grouped(notices, 'buildingId');
	return rows.flatMap(({ line, code, buildingCode, dwelling, building }) => {
		const [before, around] = [known.dwellings.get(code), known.buildings.get(buildingCode)];
		const broken = [
			...(before
				? brokenPromises(
						changedFields({ ...dwelling, buildingId: around?.id }, before),
						byDwelling.get(before.id) ?? []
					)
				: []),
			...(around ? brokenPromises(changedFields(building, around), byBuilding.get(around.id) ?? []) : [])
		].map((field) => (field === 'buildingId' ? 'buildingCode' : field));
		const cells: Record<string, unknown> = { ...building, ...dwelling, buildingCode };
		return broken.map((field) => {
			const value = String(cells[field]).slice(0, 60);
			return { row: line, column: columnName(field), value, problem: 'cell-promised' };
		});
	});
}

function grouped(notices: readonly NoticeOfDwelling[], by: 'dwellingId' | 'buildingId') {
	const groups = new Map<string, NoticeOfDwelling[]>();
	for (const notice of notices) groups.set(notice[by], [...(groups.get(notice[by]) ?? []), notice]);
	return groups;
}
