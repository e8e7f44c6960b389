import { readAmount } from '../amount';
import { checkCurrency } from '../check-currency';
import type { Say } from '../fault-log';
import type { Balance } from '../statement';
import { signedCents, signOfIndicator } from '../sign';
import { dayOf } from './dates';
import type { BalanceKey } from './paths';
import type { Raw } from './raw';

type RawBalance = Raw<BalanceKey>;

/** The balances of a statement that are used, and those that come again. All others (interim, available) are ignored. */
export interface UsedBalances {
	readonly opening: RawBalance | null;
	readonly closing: RawBalance | null;
	readonly repeated: readonly RawBalance[];
}

/** Opening booked or else previously closed booked; closing booked. */
const CODES = ['OPBD', 'PRCD', 'CLBD'];

export function usedBalances(all: readonly RawBalance[]): UsedBalances {
	const [opened, before, closed] = CODES.map((code) => all.filter((one) => one.text('kind') === code));
	return {
		opening: opened?.[0] ?? before?.[0] ?? null,
		closing: closed?.[0] ?? null,
		repeated: [opened, before, closed].flatMap((same) => same?.slice(1) ?? [])
	};
}

/** @param currency the statement's */
export function readBalance(raw: RawBalance, currency: string | null, say: Say, of: 'opening' | 'closing'): Balance {
	const cents = signedCents(readAmount(raw.text('amount')), signOfIndicator(raw.text('indicator')), say, of);
	if (raw.has('amount')) checkCurrency(raw.text('currency'), currency, say, of);
	if (!raw.has('date')) say('date-missing', { of });
	return { cents, date: dayOf(raw, ['date', 'dateDay', 'dateTime'], say, of), currency: raw.text('currency') };
}
