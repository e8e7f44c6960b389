export type AmountFault = 'amount-invalid' | 'amount-negative' | 'amount-precision';

/** Hundredths of a currency, or the reason why a text is no amount that can be booked. */
export type AmountReading = { readonly cents: number } | { readonly fault: AmountFault };

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
/** The limits of ISO 20022 (`ActiveOrHistoricCurrencyAndAmount`). */
const MOST_DIGITS = 18;
const MOST_DECIMALS = 5;

const INVALID: AmountReading = { fault: 'amount-invalid' };

/**
 * An amount as ISO 20022 writes it: `12`, `12.`, `.5`, `+12.30`. It is never rounded: a third or later decimal other
 * than 0 is a fault, whatever the currency.
 */
export function readAmount(text: string | null): AmountReading {
	const [, sign, whole = '', decimals = ''] = DECIMAL.exec(text ?? '') ?? [];
	const digits = whole.length + decimals.length;
	if (sign === undefined || digits === 0) return INVALID;
	if (sign === '-') return { fault: 'amount-negative' };
	if (/[1-9]/.test(decimals.slice(2))) return { fault: 'amount-precision' };
	if (digits > MOST_DIGITS || decimals.length > MOST_DECIMALS) return INVALID;
	const cents = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
	return Number.isSafeInteger(cents) ? { cents } : INVALID;
}

/** An amount of the CBI report, whose comma must be written: without it nobody knows where the cents begin. */
export function readCommaAmount(text: string | null): AmountReading {
	const [whole = '', decimals, ...more] = (text ?? '').split(',');
	if (decimals === undefined || more.length > 0 || `${whole}${decimals}`.includes('.')) return INVALID;
	return readAmount(`${whole}.${decimals}`);
}
