import { compareBytes } from '../allocation/byte-order';
import { fieldsOf } from './field-kinds';
import { tableNames, tables, type FieldName, type TableName } from './tables';

/** A record to write: the fields that are known; the others stay empty. */
export type Draft<Table extends TableName = TableName> = {
	readonly table: Table;
	readonly values: { readonly [Field in FieldName<Table>]?: string };
};

/** A draft whose fields the compiler checks against its table. */
export function draft<Table extends TableName>(table: Table, values: Draft<Table>['values']): Draft {
	return { table, values };
}

/**
 * The monitoring file of these records: the tables in their order, inside a table by the key, byte by byte.
 * @param sender 1 to 20 characters without # and |
 */
export function fileText(sender: string, records: readonly Draft[]): string {
	const lines = tableNames
		.flatMap((table) => records.filter((record) => record.table === table).toSorted(byKey))
		.map(({ table, values }, place) => `${table}#${place + 1}#${fieldsOf(table).map(written(values)).join('|')}#`);
	const all = [`HH#0#${sender}#PUC#`, ...lines, `FF#${lines.length + 1}#${lines.length}#`];
	return all.map((line) => `${line}\r\n`).join('');
}

/** Signs that separate records and fields become a blank. */
const written =
	(values: Draft['values']) =>
	({ name }: { readonly name: FieldName<TableName> }): string =>
		(values[name] ?? '').replaceAll(/\r\n|[#|\r\n]/g, ' ');

function byKey(a: Draft, b: Draft): number {
	for (const name of tables[a.table].key as readonly FieldName<TableName>[]) {
		const order = compareBytes(a.values[name] ?? '', b.values[name] ?? '');
		if (order !== 0) return order;
	}
	return 0;
}
