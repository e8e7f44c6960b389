import { dayOf } from '$lib/domain/calendar/deadline';
import type { Row } from '$lib/server/homes/dwellings/csv-answer';
import type { DwellingWithHistory } from '$lib/server/homes/dwellings/dwelling';
import type { Column } from '$lib/server/homes/dwellings/column';
import { columns } from '$lib/server/homes/dwellings/columns';
import { writeCell } from '$lib/server/homes/dwellings/write-cell';

/** Dwellings in the columns of the import, so that a file that was exported can be corrected and imported. */
export function* registerRows(dwellings: Iterable<DwellingWithHistory>): Generator<Row> {
	for (const dwelling of dwellings)
		yield Object.fromEntries(columns.map((column) => [column.name, cell(column, dwelling)]));
}

function cell(column: Column, dwelling: DwellingWithHistory): string | number | boolean | null {
	const { building, history, owner, operation } = dwelling;
	if (column.about === 'works') {
		const milestone = history.milestones.find(({ event }) => event === column.field);
		return milestone ? dayOf(milestone.at) : null;
	}
	const fields: Record<string, unknown> = column.about === 'building' ? { ...building } : { ...dwelling };
	const special = { buildingCode: building.code, ownerId: owner.name, operationId: operation?.id ?? null };
	return writeCell(column.field, { ...fields, ...special }[column.field]);
}
