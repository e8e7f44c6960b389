import type { AmountFault } from './amount';

/** The faults with which a bank file is still read; docs/bank.md says when each is told. */
export type FaultCode =
	| AmountFault
	| 'indicator-invalid'
	| 'date-invalid'
	| 'date-missing'
	| 'currency-missing'
	| 'currency-unknown'
	| 'currency-differs'
	| 'opening-missing'
	| 'closing-missing'
	| 'balance-repeated'
	| 'balance-mismatch'
	| 'batch-sum'
	| 'batch-total'
	| 'batch-count'
	| 'part-amount-missing'
	| 'reference-repeated'
	| 'reference-invalid'
	| 'iban-invalid'
	| 'account-missing'
	| 'id-missing'
	| 'status-missing'
	| 'statement-repeated'
	| 'count-mismatch'
	| 'record-unknown';

/** The thing in the file that a fault speaks of, where its code alone does not say it. */
export type Subject =
	| 'account'
	| 'opening'
	| 'closing'
	| 'entry'
	| 'batch'
	| 'part'
	| 'original'
	| 'booked'
	| 'value'
	| 'from'
	| 'to'
	| 'flow'
	| 'reversal';

/** The values that the sentence of a fault needs besides its code. Amounts are hundredths of `currency`. */
export interface FaultDetail {
	readonly of?: Subject;
	/** The text that is wrong. */
	readonly text?: string;
	readonly declared?: number | bigint;
	readonly found?: number | bigint;
	readonly currency?: string | null;
}

/** Statement, entry and part count from 1, entries among the booked ones; null where the fault belongs to a larger thing. */
export interface Place {
	readonly statement: number | null;
	readonly entry: number | null;
	readonly part: number | null;
}

export interface Fault extends Place {
	readonly code: FaultCode;
	/** The line on which the thing at fault begins. */
	readonly line: number | null;
	readonly detail: FaultDetail;
}
