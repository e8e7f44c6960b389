import type { Report } from './check-file';

/** The report as one JSON object, in pieces: a fault a line. */
export function* reportText({ faults, ...head }: Report): Generator<string> {
	yield `${JSON.stringify(head).slice(0, -1)},"faults":[`;
	let first = true;
	for (const fault of faults) {
		yield `${first ? '' : ','}\n${JSON.stringify(fault)}`;
		first = false;
	}
	yield `${first ? '' : '\n'}]}\n`;
}
