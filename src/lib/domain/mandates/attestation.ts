import type { Instant } from '$lib/domain/calendar/instant';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import type { Procedure } from './acts';

/** The version of what an attestation covers: a change of its parts takes the next number. */
const FORMAT = 'mandate/1' as const;

/** What an attestation proves: the parties, what the mandate covers, from when until when, and how the person said yes. */
export type Attested = {
	readonly mandate: string;
	readonly organisation: string;
	readonly person: string;
	readonly procedures: readonly Procedure[];
	readonly from: Instant;
	readonly until: Instant;
	readonly way: 'code' | 'page' | 'paper';
};

/**
 * The hash of an attestation: SHA-256 of a salt and of the canonical text, as of a receipt (domain/receipt). The salt keeps
 * a reader of the log from guessing names. `saltHex`: 32 hexadecimal digits.
 * @returns 64 hexadecimal digits
 */
export const attestationHash = (saltHex: string, attested: Attested): string =>
	receiptLeaf(saltHex, {
		...attested,
		format: FORMAT,
		// A database answers them in an order of its own.
		procedures: attested.procedures.toSorted()
	});
