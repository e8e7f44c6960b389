import { readAmount } from '../amount';
import { checkCurrency } from '../check-currency';
import type { Say } from '../fault-log';
import { bankReference } from '../given-references';
import type { EntryPlace } from '../open-statement';
import { signedCents, signOfIndicator } from '../sign';
import type { Entry, Part } from '../statement';
import { sumOf } from '../tally';
import { readBatches, type Details } from './batch';
import { dayOf } from './dates';
import { originalOf } from './original';
import { onlyPart, readPart, type RawPart, type Whole } from './part';
import type { EntryKey, PartKey } from './paths';
import type { Raw } from './raw';
import { transactionCode } from './transaction-code';

export type RawEntry = Raw<EntryKey>;

/** Reads a booked entry and says everything that is wrong in it. */
export function readEntry(raw: RawEntry, place: EntryPlace): Entry {
	const say = place.say(raw.line);
	const whole = readWhole(raw, place, say);
	const details = raw.records('NtryDtls').map((one) => detailsOf(one));
	const parts = readParts(raw, whole, details, place);
	const batches = readBatches(details, parts, whole, place);
	checkSum(parts, whole, say);
	return {
		entryRef: raw.text('entryRef'),
		bankRef: bankReference(raw.text('bankRef')),
		cents: whole.cents,
		currency: whole.currency,
		reversal: reversalOf(raw, say),
		...datesOf(raw, say),
		...transactionCode(raw),
		text: raw.text('text'),
		batches,
		parts
	};
}

function readWhole(raw: RawEntry, { currency: ofStatement }: EntryPlace, say: Say): Whole {
	const sign = signOfIndicator(raw.text('indicator'));
	const currency = raw.text('currency');
	const cents = signedCents(readAmount(raw.text('amount')), sign, say, 'entry');
	if (raw.has('amount')) checkCurrency(currency, ofStatement, say, 'entry');
	return { cents, currency, sign };
}

const detailsOf = (raw: Raw): Details => ({
	batch: raw.records<never>('Btch')[0] ?? null,
	parts: raw.records<PartKey>('TxDtls')
});

function readParts(raw: RawEntry, whole: Whole, details: readonly Details[], place: EntryPlace): readonly Part[] {
	const raws: readonly RawPart[] = details.flatMap(({ parts }) => parts);
	if (raws.length > 1) {
		return raws.map((one, at) => readPart(one, whole, false, place.sayOfPart(at + 1, one.line)));
	}
	const [only] = raws;
	const part = only ? readPart(only, whole, true, place.sayOfPart(1, only.line)) : onlyPart(whole.cents);
	const original = part.original ?? originalOf(raw, whole.currency, place.say(raw.line));
	return [{ ...part, original }];
}

function checkSum(parts: readonly Part[], { cents, currency }: Whole, say: Say): void {
	const amounts = parts.map((part) => part.cents).filter((own) => own !== null);
	if (parts.length < 2 || amounts.length < parts.length || cents === null) return;
	const found = sumOf(amounts);
	if (found !== BigInt(cents)) say('batch-sum', { found, declared: cents, currency });
}

function reversalOf(raw: RawEntry, say: Say): boolean {
	const text = raw.text('reversal');
	if (text === null || text === 'false' || text === '0') return false;
	if (text === 'true' || text === '1') return true;
	say('indicator-invalid', { of: 'reversal' });
	return false;
}

function datesOf(raw: RawEntry, say: Say): Pick<Entry, 'booked' | 'value'> {
	if (!raw.has('booked')) say('date-missing', { of: 'booked' });
	return {
		booked: dayOf(raw, ['booked', 'bookedDay', 'bookedTime'], say, 'booked'),
		value: dayOf(raw, ['value', 'valueDay', 'valueTime'], say, 'value')
	};
}
