import type { Day } from '../calendar/instant';
import type { CreditorReference } from './creditor-reference';

// The object that `bank check` prints; docs/bank.md says where each member comes from. Amounts are signed hundredths.

export interface Party {
	readonly name: string | null;
	readonly iban: string | null;
}

/** The amount that the payer sent, if in another currency. `amount` is the text of the file: currencies differ in decimals. */
export interface OriginalAmount {
	readonly amount: string | null;
	readonly currency: string;
	readonly rate: string | null;
}

/** One payment of an entry. */
export interface Part extends CreditorReference {
	readonly cents: number | null;
	readonly endToEnd: string | null;
	readonly text: string | null;
	readonly info: string | null;
	readonly debtor: Party;
	readonly creditor: Party;
	readonly code: string | null;
	readonly bankCode: string | null;
	readonly original: OriginalAmount | null;
}

/** The bank's account of a group of payments that it booked as one. */
export interface Batch {
	readonly id: string | null;
	readonly count: number | null;
	readonly cents: number | null;
}

/** One booked movement of the account. */
export interface Entry {
	readonly entryRef: string | null;
	readonly bankRef: string | null;
	readonly cents: number | null;
	readonly currency: string | null;
	readonly reversal: boolean;
	readonly booked: Day | null;
	readonly value: Day | null;
	readonly code: string | null;
	readonly bankCode: string | null;
	readonly text: string | null;
	readonly batches: readonly Batch[];
	readonly parts: readonly Part[];
}

export interface Balance {
	readonly cents: number | null;
	readonly date: Day | null;
	readonly currency: string | null;
}

/** The number of booked entries on one side, and their sum, which may pass what a number holds exactly. */
export interface Side {
	readonly count: number;
	readonly cents: bigint;
}

/** The values that tell a statement from others. */
export interface Identity {
	readonly id: string | null;
	readonly sequence: string | null;
	/** As written. */
	readonly created: string | null;
	readonly from: Day | null;
	readonly to: Day | null;
	readonly copy: string | null;
	readonly iban: string | null;
	readonly account: string | null;
}

/** A statement without its entries, which are passed on one by one. */
export interface Statement extends Identity {
	readonly currency: string | null;
	readonly key: readonly [string, string, string];
	readonly opening: Balance | null;
	readonly closing: Balance | null;
	readonly credits: Side;
	readonly debits: Side;
	readonly pending: number;
	readonly other: number;
}

export interface Message {
	readonly id: string | null;
	readonly created: string | null;
}

export type CamtFormat = 'camt.053.001.02' | 'camt.053.001.08' | 'camt.054.001.02' | 'camt.054.001.08';
export type BankFormat = CamtFormat | 'cbi-rh';
