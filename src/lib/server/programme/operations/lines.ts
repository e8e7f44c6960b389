import type { Selectable } from 'kysely';
import type { Observation } from '$lib/domain/programme/observation';
import type { OperationLine } from '$lib/domain/programme/operation';
import { inBoth } from '$lib/server/programme/facts/repository';
import type { OperationLinesTable } from './table';

export const operationLine = (
	row: Selectable<OperationLinesTable>,
	observations: readonly Observation[]
): OperationLine => ({
	id: row.id,
	kind: row.kind,
	axis: row.axis,
	name: row.name_it,
	subtitle: row.subtitle,
	code: row.code,
	codeNote: inBoth(row.code_note_it, row.code_note_en),
	cup: row.cup,
	status: row.status,
	statusNote: inBoth(row.status_note_it, row.status_note_en),
	startsOn: row.starts_on,
	endsOn: row.ends_on,
	observations
});
