import { FaultLog, type Say } from './fault-log';
import type { Fault } from './faults';
import type { Entry, Statement } from './statement';

/** Gets what a file holds as it is read: nothing of it needs to stay in memory. */
export interface BankFileSink {
	begin(): void;
	entry(entry: Entry): void;
	/** The rest of the statement, known only at its end. */
	end(statement: Statement): void;
	fault(fault: Fault): void;
}

/** The state that the statements of one file share. */
export class BankFile {
	readonly log: FaultLog;
	statements = 0;
	private readonly keys = new Set<string>();

	constructor(readonly sink: BankFileSink) {
		this.log = new FaultLog((fault) => sink.fault(fault));
	}

	/** Adds the identity of a statement, and answers whether an earlier one of the file had it. */
	repeats(key: Statement['key']): boolean {
		const text = JSON.stringify(key);
		const repeated = this.keys.has(text);
		this.keys.add(text);
		return repeated;
	}

	/** Says what is wrong with the file as a whole. */
	say(line: number | null): Say {
		return this.log.at({ statement: null, entry: null, part: null }, line);
	}
}
