import { Bundle } from './bundle';
import { rowFault, type Fault } from './fault';
import { called, fieldFault } from './field-faults';
import { fieldsOf, placeOf } from './field-kinds';
import type { Line } from './file-lines';
import { countFault, formFault, numberFault, readShape, tableFault } from './line-faults';
import { missingFields } from './required-when';
import { RecordBytes, Row } from './row';
import { isTable, type TableName } from './tables';

/** Sorts the records of a file by project as they come, and finds the faults that a record has by itself. */
export class RecordReader {
	/** The number of records of each table, with and without a fault in a field. */
	readonly tables: Partial<Record<TableName, number>> = {};
	readonly projects = new Map<string, Bundle>();
	/** The records of the tables without a project. */
	readonly others = new Bundle();
	private readonly source: RecordBytes;

	constructor(
		bytes: Uint8Array,
		private readonly faults: Fault[]
	) {
		this.source = new RecordBytes(bytes);
	}

	/** @param number of the line, from 1 */
	read(text: string, number: number, line: Line): void {
		const shape = readShape(text);
		if (!shape) return void this.faults.push(formFault(text, number));
		if (shape.record !== number - 1) this.faults.push(numberFault(shape, number));
		const { table } = shape;
		if (!isTable(table)) return void this.faults.push(tableFault(shape, number));
		if (shape.fields.length !== fieldsOf(table).length) return void this.faults.push(countFault(shape, table, number));
		this.tables[table] = (this.tables[table] ?? 0) + 1;
		this.source.keep(line.start, shape.fields);
		this.sort(new Row(table, shape.record, number, this.source, line.start, line.end));
	}

	private sort(row: Row): void {
		const found = ownFaults(row);
		for (const fault of found) this.faults.push(fault);
		const bundle = this.bundleOf(row);
		if (found.length === 0) bundle.add(row);
		else bundle.spoil(row);
	}

	private bundleOf({ project }: Row): Bundle {
		if (project === null) return this.others;
		const known = this.projects.get(project);
		if (known) return known;
		const bundle = new Bundle();
		this.projects.set(project, bundle);
		return bundle;
	}
}

/** Faults S05 to S09 and S14 of a record; fields that another field makes mandatory only when there is none of these. */
function ownFaults(row: Row): Fault[] {
	const { fields } = row;
	const faults = fieldsOf(row.table).flatMap((field, place) => {
		const fault = fieldFault(field, fields[place]!);
		return fault ? [rowFault(fault.check, row, fault.sentence, place + 1)] : [];
	});
	if (faults.length > 0) return faults;
	return [...missingFields(row)].map(([name, when]) =>
		rowFault('S05', row, `${called({ name })} è vuoto, ma ${when}: lo compili.`, placeOf(row.table, name) + 1)
	);
}
