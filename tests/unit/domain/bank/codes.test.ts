import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '$lib/domain/bank/creditor-reference';
import { isCurrency } from '$lib/domain/bank/currencies';
import { bankReference, endToEndReference } from '$lib/domain/bank/given-references';
import { isIban } from '$lib/domain/bank/iban';
import { joined, tidy } from '$lib/domain/bank/text';

/** The two digits that make a text right, computed with whole numbers. */
function checkDigits(country: string, rest: string): string {
	const digits = `${rest}${country}00`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}

const lettersAndDigits = (min: number, max: number) =>
	fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), minLength: min, maxLength: max });

describe('an IBAN', () => {
	it.each([
		'IT60X0542811101000000123456',
		'it60 x054 2811 1010 0000 0123 456',
		'DE89370400440532013000',
		'NO9386011117947'
	])('%s', (text) => expect(isIban(text)).toBe(true));

	it.each([
		...[
			'IT61X0542811101000000123456',
			'IT60X054281110100000012345',
			'1T60X0542811101000000123456',
			'IT60-X0542811101000000123456'
		],
		...['', 'IT', 'DE8937040044', 'İT60X0542811101000000123456', 'IT60X0542811101000000123456\u00a0']
	])('%j is none', (text) => expect(isIban(text)).toBe(false));

	it('of Italy or San Marino has 27 characters, of others 15 to 34', () => {
		const country = fc.constantFrom('IT', 'SM', 'DE', 'FR', 'MT');
		fc.assert(
			fc.property(country, lettersAndDigits(8, 33), (code, rest) => {
				const length = rest.length + 4;
				const fits = ['IT', 'SM'].includes(code) ? length === 27 : length >= 15 && length <= 34;
				expect(isIban(code + checkDigits(code, rest) + rest)).toBe(fits);
			})
		);
	});

	it('is no IBAN any more when one digit is another', () => {
		const iban = 'IT60X0542811101000000123456';
		fc.assert(
			fc.property(fc.integer({ min: 5, max: 26 }), fc.integer({ min: 0, max: 9 }), (at, sign) => {
				const changed = iban.slice(0, at) + sign + iban.slice(at + 1);
				expect(isIban(changed)).toBe(changed === iban);
			})
		);
	});
});

describe('a reference of the creditor', () => {
	it.each([
		['RF73CANONE0012', 'RF73CANONE0012', true],
		['rf73 canone 0012', 'RF73CANONE0012', true],
		['RF18539007547034', 'RF18539007547034', true],
		['RF74CANONE0012', 'RF74CANONE0012', false],
		['RF73 CANONE-0012', 'RF73CANONE-0012', false],
		['RF73', 'RF73', false],
		['RF73CANONE00120000000000000', 'RF73CANONE00120000000000000', false],
		['RFX3 canone', 'RFX3 canone', null],
		['Canone RF73', 'Canone RF73', null],
		[null, null, null]
	])('%j', (text, reference, referenceValid) => expect(readReference(text)).toEqual({ reference, referenceValid }));

	it('is right with the digits that ISO 11649 computes, at every length', () => {
		fc.assert(
			fc.property(lettersAndDigits(1, 25), (rest) => {
				expect(readReference(`RF${checkDigits('RF', rest)}${rest}`).referenceValid).toBe(rest.length <= 21);
			})
		);
	});
});

it('165 currencies are known, in capitals', () => {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
	expect(codes.filter(isCurrency)).toHaveLength(165);
	expect(['EUR', 'USD', 'ZWG', 'eur', 'XXX', 'XAU', ''].map(isCurrency)).toEqual([
		true,
		true,
		true,
		false,
		false,
		false,
		false
	]);
});

it('words that banks write for no reference are none', () => {
	expect(['NONREF', 'NOTPROVIDED', 'nonref', 'A', null].map(bankReference)).toEqual([null, null, 'nonref', 'A', null]);
	const written = ['NOTPROVIDED', 'Not Provided', 'N O T provided', 'NOTPROVIDED1', 'NONREF', null];
	expect(written.map(endToEndReference)).toEqual([null, null, null, 'NOTPROVIDED1', 'NONREF', null]);
});

it('a text is tidied of four characters only', () => {
	expect(tidy(' \t a \r\n  b\n')).toBe('a b');
	expect(tidy(' \n ')).toBeNull();
	expect(tidy('')).toBeNull();
	expect(tidy('\u00a0A\u2003b\u00a0')).toBe('\u00a0A\u2003b\u00a0');
	expect(joined(['a', null, 'b'])).toBe('a b');
	expect(joined([null])).toBeNull();
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', 'a', 'é', '\u00a0') }), (text) => {
			const words = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
			expect(tidy(text)).toBe(words.join(' ') || null);
		})
	);
});
