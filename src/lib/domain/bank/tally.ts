import type { Entry, Side } from './statement';

const NONE: Side = { count: 0, cents: 0n };

const plus = ({ count, cents }: Side, more: number): Side => ({ count: count + 1, cents: cents + BigInt(more) });

/** The sums of a statement's booked entries, made as they pass. */
export class Tally {
	credits = NONE;
	debits = NONE;
	/** Whether every booked entry had an amount. */
	complete = true;

	/** Counts an entry; one of another currency than the statement's is left out of the sums. Zero is a credit. */
	add({ cents, currency }: Entry, statementCurrency: string | null): void {
		if (cents === null) this.complete = false;
		else if (currency === null || currency !== statementCurrency) return;
		else if (cents < 0) this.debits = plus(this.debits, cents);
		else this.credits = plus(this.credits, cents);
	}
}

/** The exact sum of amounts that each fit in a number. */
export const sumOf = (cents: readonly number[]): bigint => cents.reduce((sum, more) => sum + BigInt(more), 0n);
