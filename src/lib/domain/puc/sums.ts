import { centsOf } from './amounts';
import type { Project } from './project';
import type { Row } from './row';
import type { FieldName, TableName } from './tables';

type Amounted = { [Table in TableName]: 'amount' extends FieldName<Table> ? Table : never }[TableName];
/** The tables of money that comes and goes: commitments, payments, and what is admitted of them. */
export type Movements = 'FN04' | 'FN05' | 'FN06' | 'FN07';

/** Cents of a record. */
export function amountOf(row: Row<Amounted>): bigint {
	return centsOf(row.get('amount'));
}

/** The sum of the amounts, in cents. */
export function total(rows: readonly Row<Amounted>[]): bigint {
	return rows.reduce((sum, row) => sum + amountOf(row), 0n);
}

/** The kind that decides the sign and the pair: in the tables of what is admitted, the admitted kind. */
export function kindOf(row: Row<Movements>): string {
	const isAdmitted = row.table === 'FN05' || row.table === 'FN07';
	return isAdmitted ? (row as unknown as Row<'FN05'>).get('admittedKind') : row.get('kind');
}

const PLUS = new Set(['I', 'I-TR', 'P', 'P-TR']);

/** The sum in which de-commitments and recoveries count less than nothing, in cents. */
export function signedTotal(rows: readonly Row<Movements>[]): bigint {
	return rows.reduce((sum, row) => sum + (PLUS.has(kindOf(row)) ? amountOf(row) : -amountOf(row)), 0n);
}

/** The records by the text that `keyOf` gives, in the order of first appearance. */
export function groups<Table extends TableName>(rows: readonly Row<Table>[], keyOf: (row: Row<Table>) => string) {
	const found = new Map<string, Row<Table>[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = found.get(key);
		if (group) group.push(row);
		else found.set(key, [row]);
	}
	return found;
}

/** The key by which a record of commitments or payments is found. No field contains a bar. */
export function movementOf(row: Row<Movements | 'FN08'>): string {
	return [row.get('code'), row.get('kind'), row.get('date')].join('|');
}

/** A level of a programme: both together. */
export function levelOf(row: Row<'FN01' | 'FN05' | 'FN07'>): string {
	return [row.get('programme'), row.get('level')].join('|');
}

/** Private money, and money still to be found. */
const NOT_PUBLIC = new Set(['PRT', 'RDR']);

function isPublic(row: Row<'FN00' | 'FN10'>): boolean {
	return !NOT_PUBLIC.has(row.get('fund'));
}

/** The public financing of a project, in cents. */
export function publicFinancing(project: Project): bigint {
	return total(project.rows('FN00').filter(isPublic));
}

/** The public financing without what was saved of it, in cents. */
export function room(project: Project): bigint {
	return publicFinancing(project) - total(project.rows('FN10').filter(isPublic));
}
