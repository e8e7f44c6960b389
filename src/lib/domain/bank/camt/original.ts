import { isCurrency } from '../currencies';
import type { Say } from '../fault-log';
import type { OriginalAmount } from '../statement';
import type { Raw } from './raw';

type Details = Raw<'originalAmount' | 'originalCurrency' | 'rate'>;

/** The instructed amount, where it has another currency than the entry. */
export function originalOf(raw: Details, currency: string | null, say: Say): OriginalAmount | null {
	const own = raw.text('originalCurrency');
	if (own === null || own === currency) return null;
	if (!isCurrency(own)) say('currency-unknown', { of: 'original', text: own });
	return { amount: raw.text('originalAmount'), currency: own, rate: raw.text('rate') };
}
