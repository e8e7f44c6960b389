import { lineFault, type Fault } from './fault';
import { fieldsOf } from './field-kinds';
import { isTable, type TableName } from './tables';

/** A line of the right form; its table may be unknown, and the number of its fields wrong. */
export type Shape = { readonly table: string; readonly record: number; readonly fields: readonly string[] };

const SHAPE = /^([^#]*)#(\d{1,9})#([^#]*)#$/;
const TOO_MANY_MARKS = /^[^#]*#\d{1,9}#.*#.*#$/s;

/** Reads `TABLE#NUMBER#FIELDS#`; null when the line has another form. */
export function readShape(text: string): Shape | null {
	const [, table, record, fields] = SHAPE.exec(text) ?? [];
	return fields === undefined ? null : { table: table!, record: Number(record), fields: fields.split('|') };
}

/** S01: the line has not the form of a record. */
export function formFault(text: string, line: number): Fault {
	if (text.trim() === '') return lineFault('S01', line, `La riga ${line} è vuota: la tolga.`);
	const why = TOO_MANY_MARKS.test(text) ? 'un campo contiene il carattere #.' : 'la riscriva in questa forma.';
	return lineFault('S01', line, `La riga ${line} non ha la forma TABELLA#NUMERO#CAMPI#: ${why}`);
}

/** S02: no such table. */
export function tableFault({ table, record }: Shape, line: number): Fault {
	const sentence = `La tabella «${table}» non è tra quelle del tracciato: corregga il nome o tolga la riga ${line}.`;
	return { ...lineFault('S02', line, sentence), table, record };
}

/** S03: the number is not the place of the line after the first. */
export function numberFault({ table, record, fields }: Shape, line: number): Fault {
	const sentence = `La riga ${line} porta il numero ${record} invece di ${line - 1}: numeri le righe di seguito, da 1.`;
	return { ...lineFault('S03', line, sentence), table, record, project: projectIn(table, fields) };
}

/** S04: too few fields or too many. */
export function countFault({ record, fields }: Shape, table: TableName, line: number): Fault {
	const { length } = fieldsOf(table);
	const sentence = `La riga ${line} ha ${fields.length} campi; la tabella ${table} ne ha ${length}: controlli le barre |.`;
	return { ...lineFault('S04', line, sentence), table, record, project: projectIn(table, fields) };
}

function projectIn(table: string, [first]: readonly string[]): string | null {
	return (isTable(table) && fieldsOf(table)[0]!.name === 'project' && first) || null;
}
