import type { Bundle } from './bundle';
import { rowFault, type Fault } from './fault';
import { placeOf } from './field-kinds';
import type { Row } from './row';
import { tables, type FieldName, type TableName } from './tables';

/** S12: takes out the records whose key an earlier record of the table has, cancelled or not, and answers their faults. */
export function takeOutRepeated(bundle: Bundle): Fault[] {
	return bundle.tables().flatMap((table) => {
		const first = new Map<string, number>();
		const faults: Fault[] = [];
		const kept = bundle.rows(table).filter((row) => {
			const key = keyOf(row);
			const line = first.get(key);
			if (line === undefined) first.set(key, row.line);
			else faults.push(rowFault('S12', row, `Ha la stessa chiave della riga ${line}: tolga una delle due righe.`));
			return line === undefined;
		});
		if (faults.length > 0) bundle.keep(table, kept);
		return faults;
	});
}

/** The key that a table allows only once. No field contains a bar. */
function keyOf(row: Row): string {
	const { fields } = row;
	const names = tables[row.table].key as readonly FieldName<TableName>[];
	return names.map((name) => fields[placeOf(row.table, name)]).join('|');
}

/** S11: the records of a project that the file does not describe. */
export function orphanFaults(project: string, bundle: Bundle): Fault[] {
	const line = bundle.spoiltLine('AP00');
	const why = line === undefined ? 'non è nel file' : `ha un errore alla riga ${line}`;
	const sentence = `Il progetto ${project} ${why} (tabella AP00): lo registri o tolga questa riga.`;
	return bundle.tables().flatMap((table) => bundle.rows(table).map((row) => rowFault('S11', row, sentence)));
}
