import type { Selectable } from 'kysely';
import type { OperationLine } from '$lib/domain/programme/operation';
import type { OperationLinesTable } from './table';

/** A line with its money by source: the programme's share is published, the rest is total less share. */
export function operationLine(row: Selectable<OperationLinesTable>): OperationLine {
	const known = row.total_cents !== null && row.pon_cents !== null;
	return {
		id: row.id,
		kind: row.kind,
		axis: row.axis,
		name: row.name_it,
		ponCents: row.pon_cents,
		totalCents: row.total_cents,
		otherCents: known ? row.total_cents! - row.pon_cents! : null,
		paidCents: row.paid_cents,
		completed: row.status === 'completed',
		startsOn: row.starts_on,
		endsOn: row.ends_on,
		source: row.source,
		note: row.note
	};
}
