import { hasProject, placeOf } from './field-kinds';
import { textOf } from './file-lines';
import type { FieldName, TableName } from './tables';

/** The bytes of a file, whose records are read again each time: the fields of a large file would not fit in memory. */
export class RecordBytes {
	private start = -1;
	private fields: readonly string[] = [];

	constructor(private readonly bytes: Uint8Array) {}

	/** Keeps the fields of a record that was just read. */
	keep(start: number, fields: readonly string[]): void {
		this.start = start;
		this.fields = fields;
	}

	/** The fields of the record between two bytes, `TABLE#NUMBER#FIELDS#`. The last one read is kept. */
	read(start: number, end: number): readonly string[] {
		if (start !== this.start) this.keep(start, textOf(this.bytes, { start, end }).split('#')[2]!.split('|'));
		return this.fields;
	}
}

/** A record of the file: a line of a known table with as many fields as the table has. */
export class Row<Table extends TableName = TableName> {
	constructor(
		readonly table: Table,
		/** The number that the line states. */
		readonly record: number,
		/** The number of the line, from 1. */
		readonly line: number,
		private readonly source: RecordBytes,
		private readonly start: number,
		private readonly end: number
	) {}

	/** The fields as written, in the order of the table. */
	get fields(): readonly string[] {
		return this.source.read(this.start, this.end);
	}

	/** The project as written; null where the table has none or the field is empty. */
	get project(): string | null {
		return (hasProject(this.table) && this.fields[0]) || null;
	}

	/** A field as written. */
	get(field: FieldName<Table>): string {
		return this.fields[placeOf(this.table, field)]!;
	}

	/** Whether the record holds: one with the flag S, and in AP04 one in state 2, is cancelled. */
	get isLive(): boolean {
		return this.table === 'AP04' ? this.fields[2] === '1' : this.fields.at(-1) === '';
	}
}
