import type { Day } from '../calendar/instant';
import type { Bundle } from './bundle';
import type { Check, Circumstances } from './check';
import { checks, NEVER_RUN } from './checks/all';
import { transferDays } from './checks/days';
import type { Codes } from './codes';
import { byPlace, lineFault, rowFault, type Fault } from './fault';
import { linesOf, textOf, type Line } from './file-lines';
import { Project } from './project';
import { orphanFaults, takeOutRepeated } from './record-faults';
import { RecordReader } from './read-records';
import type { TableName } from './tables';
import { senderOf, whyUnreadable, type Unreadable } from './unreadable';

/** The records of a file and its faults. */
export type Report = {
	readonly format: 'puc';
	readonly sender: string;
	/** The day of validation. */
	readonly on: Day;
	/** The lines between the first and the last. */
	readonly records: number;
	/** The well-shaped records of each table that has any. */
	readonly tables: Partial<Record<TableName, number>>;
	/** The checks that could not run, ascending. */
	readonly notRun: readonly string[];
	/** Ascending by check, then record, line and field. */
	readonly faults: readonly Fault[];
};

/**
 * Checks a monitoring file.
 * @param on the day of validation: later dates are faults
 */
export function checkFile(bytes: Uint8Array, on: Day, codes: Codes): Report | Unreadable {
	const unreadable = whyUnreadable(bytes);
	if (unreadable) return unreadable;
	const faults: Fault[] = [];
	const reader = new RecordReader(bytes, faults);
	const { sender, records } = readLines(bytes, reader, faults);
	const [run, without] = checksFor(codes);
	for (const fault of faultsOfRecords(reader)) faults.push(fault);
	for (const fault of faultsOfProjects(reader, run, on, codes)) faults.push(fault);
	return {
		format: 'puc',
		sender,
		on,
		records,
		tables: reader.tables,
		notRun: [NEVER_RUN, ...without.map(({ number }) => number)].sort(),
		faults: faults.sort(byPlace)
	};
}

/** Gives the lines between the first and the last to the reader, and finds what is wrong with line ends and the last line. */
function readLines(bytes: Uint8Array, reader: RecordReader, faults: Fault[]): { sender: string; records: number } {
	let number = 0;
	let sender = '';
	let unended = 0;
	let last: { text: string; line: Line } | null = null;
	for (const line of linesOf(bytes)) {
		if (last && number > 1) reader.read(last.text, number, last.line);
		number += 1;
		const text = textOf(bytes, line);
		if (number === 1) sender = senderOf(text)!;
		if (!line.ended && unended === 0) unended = number;
		last = { text, line };
	}
	const records = number - 2;
	if (last!.text !== `FF#${records + 1}#${records}#`) {
		faults.push(lineFault('S10', number, `L'ultima riga non è FF#${records + 1}#${records}#: la corregga.`));
	}
	if (unended > 0) {
		const sentence = `La riga ${unended} non finisce con CR LF: salvi il file con le righe finite così.`;
		faults.push(lineFault('S13', unended, sentence));
	}
	return { sender, records };
}

/** The checks that run with these tables of codes, and those that do not. */
function checksFor(codes: Codes): [Check[], Check[]] {
	const runs = ({ needs }: Check) => needs.every((table) => codes[table]);
	return [checks.filter(runs), checks.filter((check) => !runs(check))];
}

/** S12, then S11: the records that are left take part in the numbered checks. */
function* faultsOfRecords({ projects, others }: RecordReader): Generator<Fault> {
	yield* takeOutRepeated(others);
	for (const [project, bundle] of projects) {
		yield* takeOutRepeated(bundle);
		if (bundle.rows('AP00').length === 0) yield* orphanFaults(project, bundle);
	}
}

function* faultsOfProjects(
	{ projects, others }: RecordReader,
	run: readonly Check[],
	on: Day,
	codes: Codes
): Generator<Fault> {
	for (const { row, sentence } of transferDays.find(others, on)) yield rowFault(transferDays.number, row, sentence);
	const circumstances = { on, codes, procedures: liveProcedures(others) };
	for (const bundle of projects.values()) {
		const [row] = bundle.rows('AP00');
		if (row?.isLive) yield* faultsOfProject(new Project(row, bundle), run, circumstances);
	}
}

function* faultsOfProject(project: Project, run: readonly Check[], circumstances: Circumstances): Generator<Fault> {
	for (const { number, find } of run) {
		for (const { row, sentence } of find(project, circumstances)) yield rowFault(number, row, sentence);
	}
}

function liveProcedures(others: Bundle): ReadonlySet<string> {
	return new Set(
		others
			.rows('PA00')
			.filter((row) => row.isLive)
			.map((row) => row.get('code'))
	);
}
