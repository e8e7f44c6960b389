import type { Fault, FaultCode, FaultDetail, Place } from './faults';

/** Says that something is wrong at a place that is known already. */
export type Say = (code: FaultCode, detail?: FaultDetail) => void;

/** Passes faults on, each code once a place. It forgets an entry's faults when the next begins, so that it stays small. */
export class FaultLog {
	private readonly ofStatements = new Set<string>();
	private readonly ofEntry = new Set<string>();
	private entry = '';

	constructor(private readonly tell: (fault: Fault) => void) {}

	/** @param line on which the thing begins */
	at({ statement, entry, part }: Place, line: number | null): Say {
		return (code, detail = {}) => {
			const said = entry === null ? this.ofStatements : this.saidOf(`${statement} ${entry}`);
			const fault = `${code} ${statement} ${part}`;
			if (said.has(fault)) return;
			said.add(fault);
			this.tell({ code, statement, entry, part, line, detail });
		};
	}

	private saidOf(entry: string): Set<string> {
		if (entry !== this.entry) this.ofEntry.clear();
		this.entry = entry;
		return this.ofEntry;
	}
}
