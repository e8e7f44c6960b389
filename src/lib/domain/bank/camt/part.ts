import { readAmount } from '../amount';
import { readReference } from '../creditor-reference';
import type { Say } from '../fault-log';
import { endToEndReference } from '../given-references';
import { isIban } from '../iban';
import { centsBySign, signedCents, signOfIndicator, type Sign } from '../sign';
import type { Part, Party } from '../statement';
import { joined } from '../text';
import { originalOf } from './original';
import type { PartKey } from './paths';
import type { Raw } from './raw';
import { transactionCode } from './transaction-code';

export type RawPart = Raw<PartKey>;

/** The values of an entry that its parts take over. */
export interface Whole {
	readonly cents: number | null;
	readonly currency: string | null;
	readonly sign: Sign | null;
}

const NOBODY: Party = { name: null, iban: null };

/** The part of an entry that the bank does not take apart. */
export const onlyPart = (cents: number | null): Part => ({
	cents,
	endToEnd: null,
	reference: null,
	referenceValid: null,
	text: null,
	info: null,
	debtor: NOBODY,
	creditor: NOBODY,
	code: null,
	bankCode: null,
	original: null
});

/** @param isOnly an only part has the entry's amount, whatever its own says: the difference is charges */
export function readPart(raw: RawPart, whole: Whole, isOnly: boolean, say: Say): Part {
	const cents = isOnly ? whole.cents : centsOf(raw, whole, say);
	const reference = readReference(raw.all('reference')[0] ?? null);
	if (reference.referenceValid === false) say('reference-invalid', { text: reference.reference ?? '' });
	return {
		cents,
		endToEnd: endToEndReference(raw.text('endToEnd')),
		...reference,
		text: joined(raw.all('text')),
		info: raw.text('info'),
		debtor: partyOf(raw.text('debtorName'), raw.text('debtorIban'), say),
		creditor: partyOf(raw.text('creditorName'), raw.text('creditorIban'), say),
		...transactionCode(raw),
		original: originalOf(raw, whole.currency, say)
	};
}

/** The amount of one of several parts: its own where it has one in the entry's currency, else that of its details. */
function centsOf(raw: RawPart, { currency, sign }: Whole, say: Say): number | null {
	if (currency !== null && raw.text('currency') === currency) {
		const amount = readAmount(raw.text('amount'));
		const indicator = raw.text('indicator');
		if (indicator === null) return centsBySign(amount, sign, say, 'part');
		return signedCents(amount, signOfIndicator(indicator), say, 'part');
	}
	if (currency !== null && raw.text('transactionCurrency') === currency) {
		return centsBySign(readAmount(raw.text('transactionAmount')), sign, say, 'part');
	}
	say('part-amount-missing');
	return null;
}

function partyOf(name: string | null, iban: string | null, say: Say): Party {
	if (iban !== null && !isIban(iban)) say('iban-invalid', { of: 'part', text: iban });
	return { name, iban };
}
