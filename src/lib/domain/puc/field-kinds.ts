import { tables, type FieldName, type TableName } from './tables';

/** The values that a field may hold. `most` is in code points; `aboveZero` tells `> 0` from `>= 0`. */
export type FieldKind =
	| { readonly type: 'text'; readonly most: number }
	| { readonly type: 'date' }
	| { readonly type: 'year' }
	| { readonly type: 'amount'; readonly aboveZero: boolean }
	| { readonly type: 'list'; readonly values: readonly string[] };

export type Field = FieldKind & { readonly name: FieldName<TableName>; readonly mandatory: boolean };

function readKind(kind: string, sign: string | undefined): FieldKind {
	if (/^\d+$/.test(kind)) return { type: 'text', most: Number(kind) };
	if (kind === 'date' || kind === 'year') return { type: kind };
	if (kind === 'amount') return { type: 'amount', aboveZero: sign === '>' };
	return { type: 'list', values: kind.split('/') };
}

function readField(written: string): Field {
	const [name = '', kind = '', sign] = written.split(' ');
	return { name: name.replace('*', '') as Field['name'], mandatory: name.endsWith('*'), ...readKind(kind, sign) };
}

const fields = new Map(Object.entries(tables).map(([name, table]) => [name, table.fields.map(readField)]));

/** The fields of a table in their order. */
export function fieldsOf(table: TableName): readonly Field[] {
	return fields.get(table)!;
}

const places = new Map(
	[...fields].map(([table, list]) => [table, new Map(list.map(({ name }, place) => [name, place]))])
);

/** The place of a field in its table, from 0. */
export function placeOf<Table extends TableName>(table: Table, field: FieldName<Table>): number {
	return places.get(table)!.get(field)!;
}

/** Whether the table's records belong to a project, which their first field names. */
export function hasProject(table: TableName): boolean {
	return fieldsOf(table)[0]!.name === 'project';
}
