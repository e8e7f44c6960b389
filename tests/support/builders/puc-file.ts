import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, type Report } from '$lib/domain/puc/check-file';
import { readCodes, type Codes } from '$lib/domain/puc/codes';
import type { Fault } from '$lib/domain/puc/fault';
import { placeOf } from '$lib/domain/puc/field-kinds';
import type { FieldName, TableName } from '$lib/domain/puc/tables';

const folder = join(import.meta.dirname, '../data/puc');
const HUB = readFileSync(join(folder, 'hub.txt'), 'utf8');

/** The tables of codes of the example. */
export const codes: Codes = readCodes(readFileSync(join(folder, 'codes.json')))!;

/** The day on which the example is checked. */
export const ON = '2020-12-31';

type Values<Table extends TableName> = { readonly [Field in FieldName<Table>]?: string };
type Draft = { readonly table: TableName; readonly fields: string[] };

/** A monitoring file that a test changes: at first the example without faults. */
export class PucDraft {
	private constructor(public records: Draft[]) {}

	static hub(): PucDraft {
		const lines = HUB.split('\r\n').slice(1, -2);
		return new PucDraft(
			lines.map((line) => {
				const [table, , fields] = line.split('#');
				return { table: table as TableName, fields: fields!.split('|') };
			})
		);
	}

	/** The records of a table. */
	of(table: TableName): Draft[] {
		return this.records.filter((record) => record.table === table);
	}

	/** Changes fields of the first record of a table, or of the one at `at`. */
	set<Table extends TableName>(table: Table, values: Values<Table>, at = 0): this {
		write(this.of(table)[at]!.fields, table, values);
		return this;
	}

	/** Adds a copy of the first record of a table, or of the one at `at`, with other values. */
	copy<Table extends TableName>(table: Table, values: Values<Table>, at = 0): this {
		return this.add(table, this.of(table)[at]!.fields, values);
	}

	/** Adds a record after all others. */
	add<Table extends TableName>(table: Table, fields: readonly string[], values: Values<Table> = {}): this {
		this.records.push({ table, fields: write([...fields], table, values) });
		return this;
	}

	/** Takes out the records of these tables. */
	drop(...tables: TableName[]): this {
		this.records = this.records.filter(({ table }) => !tables.includes(table));
		return this;
	}

	/** Takes out the record of a table at `at`. */
	dropAt(table: TableName, at: number): this {
		const out = this.of(table)[at];
		this.records = this.records.filter((record) => record !== out);
		return this;
	}

	/** The lines of the file with their numbers. */
	lines(): string[] {
		const records = this.records.map(({ table, fields }, place) => `${table}#${place + 1}#${fields.join('|')}#`);
		return ['HH#0#MI01#PUC#', ...records, `FF#${records.length + 1}#${records.length}#`];
	}

	check(with_: Codes = codes): Report {
		return checked(fileOf(this.lines()), with_);
	}
}

function write<Table extends TableName>(fields: string[], table: Table, values: Values<Table>): string[] {
	for (const [field, value] of Object.entries<string | undefined>(values)) {
		fields[placeOf(table, field as FieldName<Table>)] = value!;
	}
	return fields;
}

export function fileOf(lines: readonly string[]): string {
	return lines.map((line) => `${line}\r\n`).join('');
}

/** The report of a file that can be read. */
export function checked(text: string, with_: Codes = codes): Report {
	const report = checkFile(new TextEncoder().encode(text), ON, with_);
	if ('code' in report) throw new Error(`puc: ${report.code}: ${report.sentence}`);
	return report;
}

/** `028 FN06 19`: what is compared of a fault where its sentence is not. */
export function shortly({ check, table, record, field }: Fault): string {
	return [check, table, record, field].filter((part) => part !== null).join(' ');
}
