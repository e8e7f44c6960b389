import type { BankFileSink } from '$lib/domain/bank/bank-file';
import type { Fault } from '$lib/domain/bank/faults';
import type { Entry, Side, Statement } from '$lib/domain/bank/statement';
import { faultSentence } from '$lib/words/bank/fault-text';
import type { ReadFormat } from './format-reader';
import { Spool } from './spool';

/** The content of a file as one JSON object, spooled while the file is read. */
export class Report implements BankFileSink {
	private readonly statements = new Spool();
	private readonly faults = new Spool();
	private statementSign = '';
	private entrySign = '';
	private faultSign = '';

	/** Whether anything was said to be wrong. */
	get hasFaults(): boolean {
		return this.faultSign !== '';
	}

	begin(): void {
		this.statements.write(`${this.statementSign}{"entries":[`);
		this.statementSign = ',';
		this.entrySign = '';
	}

	entry(entry: Entry): void {
		this.statements.write(this.entrySign + JSON.stringify(entry));
		this.entrySign = ',';
	}

	end({ credits, debits, ...statement }: Statement): void {
		const rest = JSON.stringify(statement).slice(1);
		this.statements.write(`],"credits":${sideText(credits)},"debits":${sideText(debits)},${rest}`);
	}

	fault(fault: Fault): void {
		const { code, statement, entry, part, line } = fault;
		const sentence = faultSentence(fault);
		this.faults.write(this.faultSign + JSON.stringify({ code, statement, entry, part, line, sentence }));
		this.faultSign = ',';
	}

	/** The object, piece by piece. */
	*text({ format, message }: ReadFormat, sha256: string): Generator<string | Uint8Array> {
		yield `${JSON.stringify({ format, sha256, message }).slice(0, -1)},"statements":[`;
		yield* this.statements.read();
		yield '],"faults":[';
		yield* this.faults.read();
		yield ']}\n';
	}

	close(): void {
		this.statements.close();
		this.faults.close();
	}
}

/** All digits of a sum, which may be more than a number of JavaScript holds. */
const sideText = ({ count, cents }: Side): string => `{"count":${count},"cents":${cents}}`;
