import type { Row } from './row';
import type { TableName } from './tables';

/** Records that belong together: those of one project, or those of the tables without a project. */
export class Bundle {
	private readonly clean = new Map<TableName, Row[]>();
	private readonly spoilt = new Map<TableName, number>();

	add(row: Row): void {
		const rows = this.clean.get(row.table);
		if (rows) rows.push(row);
		else this.clean.set(row.table, [row]);
	}

	/** A record that has a fault and takes no part; the first of a table is remembered. */
	spoil(row: Row): void {
		if (!this.spoilt.has(row.table)) this.spoilt.set(row.table, row.line);
	}

	/** Takes out what the table has beyond `rows`. */
	keep(table: TableName, rows: Row[]): void {
		this.clean.set(table, rows);
	}

	/** The records of a table that have no fault, cancelled ones too, in the order of the file. */
	rows<Table extends TableName>(table: Table): readonly Row<Table>[] {
		return (this.clean.get(table) ?? []) as unknown as readonly Row<Table>[];
	}

	/** The line of the first record of a table that has a fault. */
	spoiltLine(table: TableName): number | undefined {
		return this.spoilt.get(table);
	}

	tables(): readonly TableName[] {
		return [...this.clean.keys()];
	}
}
