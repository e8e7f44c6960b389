import type { AmountReading } from './amount';
import type { Say } from './fault-log';
import type { Subject } from './faults';

/** 1 adds to the account, -1 takes from it. */
export type Sign = 1 | -1;

const SIGNS: ReadonlyMap<string | null, Sign> = new Map([
	['CRDT', 1],
	['C', 1],
	['DBIT', -1],
	['D', -1]
]);

/** The sign of `CRDT` or `DBIT` in ISO 20022; null for anything else. */
export const signOfIndicator = (text: string | null): Sign | null => (text?.length === 4 && SIGNS.get(text)) || null;

/** The sign of `C` or `D` in the CBI report; null for anything else. */
export const signOfLetter = (text: string | null): Sign | null => (text?.length === 1 && SIGNS.get(text)) || null;

/**
 * Signed hundredths. The indicator alone gives the sign, of a reversal too: ISO 20022 says that a reversal booked as
 * CRDT undoes a debit. Says what is wrong with the amount and with the sign, and then answers null.
 */
export function signedCents(amount: AmountReading, sign: Sign | null, say: Say, of: Subject): number | null {
	if (sign === null) say('indicator-invalid', { of });
	return centsBySign(amount, sign, say, of);
}

/** The same, where the sign is that of a larger thing, which was judged there. */
export function centsBySign(amount: AmountReading, sign: Sign | null, say: Say, of: Subject): number | null {
	if ('fault' in amount) {
		say(amount.fault, { of });
		return null;
	}
	if (sign === null) return null;
	// Zero has no sign.
	return amount.cents === 0 ? 0 : sign * amount.cents;
}
