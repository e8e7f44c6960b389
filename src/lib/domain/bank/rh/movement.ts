import { readCommaAmount } from '../amount';
import { isCurrency } from '../currencies';
import type { Day } from '../../calendar/instant';
import { readSixDigits } from '../date';
import type { Say } from '../fault-log';
import { bankReference, endToEndReference } from '../given-references';
import { isIban } from '../iban';
import type { EntryPlace } from '../open-statement';
import { signedCents, signOfLetter } from '../sign';
import type { Entry, OriginalAmount, Part } from '../statement';
import { joined } from '../text';
import { readDetails, type MovementDetails } from './details';
import { field, MOVEMENT } from './layout';

/** A record 62 with its records 63. */
export interface Movement {
	/** The line of the file. */
	readonly line: number;
	readonly record: string;
	readonly details: string[];
}

export function readMovement({ line, record, details }: Movement, place: EntryPlace): Entry {
	const say = place.say(line);
	const { currency } = place;
	const amount = readCommaAmount(field(record, MOVEMENT.amount));
	const cents = signedCents(amount, signOfLetter(field(record, MOVEMENT.sign)), say, 'entry');
	if (currency === null) say('currency-missing', { of: 'entry' });
	return {
		entryRef: null,
		bankRef: bankReference(field(record, MOVEMENT.bankRef)),
		cents,
		currency,
		reversal: false,
		booked: bookingDay(record, say),
		value: dayAt(field(record, MOVEMENT.valueDate), say, 'value'),
		code: null,
		bankCode: field(record, MOVEMENT.causal),
		text: field(record, MOVEMENT.description),
		batches: [],
		parts: [partOf(readDetails(details), cents, currency, place.sayOfPart(1, line))]
	};
}

function partOf(details: MovementDetails, cents: number | null, currency: string | null, say: Say): Part {
	const { debtorName, debtorIban, creditorName } = details;
	if (debtorIban !== null && !isIban(debtorIban)) say('iban-invalid', { of: 'part', text: debtorIban });
	return {
		cents,
		endToEnd: endToEndReference(details.endToEnd),
		reference: null,
		referenceValid: null,
		text: joined(details.texts),
		info: joined(details.freeTexts),
		debtor: { name: debtorName, iban: debtorIban },
		creditor: { name: creditorName, iban: null },
		code: null,
		bankCode: null,
		original: originalOf(details, currency, say)
	};
}

function originalOf({ original }: MovementDetails, currency: string | null, say: Say): OriginalAmount | null {
	if (!original || original.currency === currency) return null;
	if (!isCurrency(original.currency)) say('currency-unknown', { of: 'original', text: original.currency });
	return original;
}

function bookingDay(record: string, say: Say): Day | null {
	const text = field(record, MOVEMENT.bookingDate);
	if (text === null) say('date-missing', { of: 'booked' });
	return dayAt(text, say, 'booked');
}

/** A day in six digits; null where it is blank, or does not exist, which is then said. */
export function dayAt(
	text: string | null,
	say: Say,
	of: 'booked' | 'value' | 'opening' | 'closing' | 'flow'
): Day | null {
	const day = readSixDigits(text);
	if (text !== null && day === null) say('date-invalid', { of });
	return day;
}
