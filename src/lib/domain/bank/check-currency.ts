import { isCurrency } from './currencies';
import type { Say } from './fault-log';
import type { Subject } from './faults';

/** Says what is wrong with the currency of a balance or an entry. A currency that nobody knows cannot also differ. */
export function checkCurrency(currency: string | null, ofStatement: string | null, say: Say, of: Subject): void {
	if (currency === null) say('currency-missing', { of });
	else if (!isCurrency(currency)) say('currency-unknown', { of, text: currency });
	else if (ofStatement !== null && currency !== ofStatement)
		say('currency-differs', { of, text: currency, currency: ofStatement });
}
