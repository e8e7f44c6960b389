import type { BankFile } from '$lib/domain/bank/bank-file';
import { RhFlows } from '$lib/domain/bank/rh/rh-flows';
import { Unreadable } from '$lib/domain/bank/unreadable';
import { windows1252 } from './decoders';
import type { FormatReader, ReadFormat } from './format-reader';

/** The byte that old systems put at the end of a file. */
const END_OF_FILE = '\u001a';
/** A line that goes on for so long is looked at before its end. */
const LONG = 4096;
/** More than a record has, so that what is too long stays too long. */
const KEPT = 256;

/** Reads a CBI account report, line by line. */
export class RhReader implements FormatReader {
	private readonly flows: RhFlows;
	private rest = '';
	private number = 0;
	private hasEnded = false;

	constructor(file: BankFile) {
		this.flows = new RhFlows(file);
	}

	write(bytes: Uint8Array): void {
		const lines = (this.rest + windows1252.decode(bytes).text).split('\n');
		this.rest = lines.pop() ?? '';
		for (const line of lines) this.line(line);
		if (this.rest.length > LONG) this.shorten();
	}

	end(): ReadFormat {
		if (this.rest !== '') this.line(this.rest);
		this.flows.end(this.number);
		return { format: 'cbi-rh', message: null };
	}

	private line(line: string): void {
		this.number += 1;
		const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
		const own = withoutEnd(whole);
		if (this.hasEnded && own !== '') throw new Unreadable('structure', this.number);
		if (own.length < whole.length) this.hasEnded = true;
		this.flows.line(own, this.number);
	}

	/** Blanks without end are no line that is too long; anything else is. */
	private shorten(): void {
		if (/[^ ]/.test(this.rest.slice(KEPT))) throw new Unreadable('structure', this.number + 1);
		this.rest = this.rest.slice(0, KEPT);
	}
}

function withoutEnd(line: string): string {
	let end = line.length;
	while (end > 0 && line[end - 1] === END_OF_FILE) end -= 1;
	return line.slice(0, end);
}
