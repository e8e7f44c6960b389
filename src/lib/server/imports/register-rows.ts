import { dayOf } from '$lib/domain/calendar/deadline';
import type { Row } from '$lib/server/dwellings/csv-answer';
import type { DwellingWithHistory } from '$lib/server/dwellings/dwelling';
import { columns, type Column } from './columns';

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
	const value = { ...fields, ...special }[column.field];
	if (typeof value !== 'number') return (value ?? null) as string | boolean | null;
	if (column.field.endsWith('Mm')) return written(value, 10);
	return column.field.endsWith('Dm2') || column.field.endsWith('Cents') ? written(value, 100) : value;
}

/** `62,5`, as Italian spreadsheets read it. */
const written = (value: number, units: number) => String(value / units).replace('.', ',');
