import { compareBytes } from '../allocation/byte-order';
import type { Row } from './row';

/**
 * What is wrong and where. `record` is the number that the line states, `line` counts from 1, `field` from 1; each is null
 * where the fault concerns no record, line or field. The sentence is Italian and says what to do.
 */
export type Fault = {
	readonly check: string;
	readonly table: string | null;
	readonly record: number | null;
	readonly line: number | null;
	readonly field: number | null;
	readonly project: string | null;
	readonly sentence: string;
};

/** A fault of a line that is no record. */
export function lineFault(check: string, line: number, sentence: string): Fault {
	return { check, table: null, record: null, line, field: null, project: null, sentence };
}

/** A fault of a record. @param field from 1 */
export function rowFault(check: string, row: Row, sentence: string, field: number | null = null): Fault {
	const { table, record, line, project } = row;
	return { check, table, record, line, field, project, sentence };
}

const orFirst = (number: number | null) => number ?? -1;

/** By check, then record, line and field; what has none comes first. */
export function byPlace(a: Fault, b: Fault): number {
	return (
		compareBytes(a.check, b.check) ||
		orFirst(a.record) - orFirst(b.record) ||
		orFirst(a.line) - orFirst(b.line) ||
		orFirst(a.field) - orFirst(b.field)
	);
}
