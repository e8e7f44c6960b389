import type { Raw } from './raw';

type Codes = Raw<'domain' | 'family' | 'subFamily' | 'bankCode'>;

/** The kind of transaction: ISO's code as `PMNT-RCDT-ESCT`, and the bank's own. */
export function transactionCode(raw: Codes): { code: string | null; bankCode: string | null } {
	const parts = [raw.text('domain'), raw.text('family'), raw.text('subFamily')];
	return { code: parts.filter((part) => part !== null).join('-') || null, bankCode: raw.text('bankCode') };
}
