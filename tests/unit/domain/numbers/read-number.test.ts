import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { area, centimetres, count, metres, money, percent } from '$lib/domain/numbers/number-kinds';
import { plainSigns } from '$lib/domain/numbers/plain-signs';
import { readNumber, writeNumber, type NumberLanguage } from '$lib/domain/numbers/read-number';

const languages = ['it', 'en'] as const;
const valueOf = (text: string, language: NumberLanguage, kind = money) => {
	const read = readNumber(text, kind, language);
	return read.kind === 'number' ? read.value : read.kind;
};

describe('one meaning, whatever the language of the page', () => {
	test.each([
		['58', 58_00],
		['58,5', 58_50],
		['58.5', 58_50],
		['0', 0],
		['-0', 0],
		['0,500', 50],
		['0.500', 50],
		[',5', 50],
		['5.', 5_00],
		['1250.50', 1250_50],
		['1250,50', 1250_50],
		['1.250,50', 1250_50],
		['1,250.50', 1250_50],
		['12,000.00', 12_000_00],
		['12.000,00', 12_000_00],
		['1.250.000', 1_250_000_00],
		['1,250,000', 1_250_000_00],
		['1250.500', 1250_50],
		['16000 EUR', 16_000_00],
		['EUR 16000', 16_000_00],
		['16.000,-', 16_000_00],
		['16,000.-', 16_000_00],
		['16000,--', 16_000_00],
		['16000,=', 16_000_00],
		['16000,– €', 16_000_00],
		['€ 480,00', 480_00],
		['480 euro', 480_00],
		['480 Euro.', 480_00],
		['12’345,67', 12_345_67],
		["12'345.67", 12_345_67],
		['12´345,67', 12_345_67],
		['12`345,67', 12_345_67],
		['1 250,50', 1250_50],
		['1\u00a0250,50', 1250_50],
		['1\u202f250,50', 1250_50],
		['1\u2009250.50', 1250_50],
		['\u200f480,50\u200e', 480_50],
		['\ufeff480', 480_00],
		['１２３４５', 12_345_00],
		['１２，３４５．６７', 12_345_67],
		['١٢٣٤٥', 12_345_00],
		['١٬٢٥٠٫٥٠', 1250_50],
		['١٫٢٥', 1_25],
		['۱۲۳۴۵', 12_345_00],
		['१२३', 123_00],
		['১২৩', 123_00],
		['๑๒๓', 123_00],
		['𝟏𝟐', 12_00]
	])('%s', (text, value) => {
		for (const language of languages) expect(valueOf(text, language)).toBe(value);
	});
});

describe('the language of the page decides', () => {
	test.each([
		['1.250', 'it', 1250_00],
		['1,250', 'en', 1250_00],
		['1,255', 'it', 1255_00],
		['1.255', 'en', 1255_00]
	] as const)('%s in %s', (text, language, value) => expect(valueOf(text, language)).toBe(value));

	test.each([
		['1,250', 'it', [1_25, 1250_00]],
		['1.250', 'en', [1_25, 1250_00]],
		['12.300', 'en', [12_30, 12_300_00]]
	] as const)('%s in %s has two meanings', (text, language, values) =>
		expect(readNumber(text, money, language)).toEqual({ kind: 'two-meanings', values })
	);

	it('and the range, where it leaves one', () => {
		expect(valueOf('62,500', 'it', area)).toBe(62_50);
		expect(valueOf('2.000', 'en', count(-5, 60))).toBe(2);
		expect(valueOf('2.000', 'it', count(0, 5_000))).toBe(2_000);
		expect(readNumber('2.000', count(0, 5_000), 'en')).toEqual({ kind: 'two-meanings', values: [2, 2_000] });
	});

	it('but never a thousandth of a number that is too large', () => {
		expect(valueOf('450.000', 'it', { ...money, most: 100_000_00 })).toBe('out-of-range');
		expect(valueOf('450,000', 'en', { ...money, most: 100_000_00 })).toBe('out-of-range');
	});
});

describe('units', () => {
	test.each(['62,5 mq', '62.5 m²', '62,50m2', '62,5 ㎡', '62,5 mq.', '62,5 metri quadri', '62,5 sqm'])('%s', (text) =>
		expect(valueOf(text, 'it', area)).toBe(62_50)
	);
	test.each([
		['90', 900],
		['90 cm', 900],
		['900 mm', 900],
		['0,9 m', 900],
		['0.90m', 900],
		['2,5', 25]
	])('%s', (text, value) => expect(valueOf(text, 'it', centimetres(1, 20_000))).toBe(value));
	it('of other fields are refused, and so are two', () => {
		expect(valueOf('62 mq', 'it')).toBe('not-a-number');
		expect(valueOf('3 €', 'it', area)).toBe('not-a-number');
		expect(valueOf('EUR 3 EUR', 'it')).toBe('not-a-number');
		expect(valueOf('2,55 cm', 'it', centimetres(1, 20_000))).toBe('too-many-decimals');
	});
	it('of distances and shares', () => {
		expect(valueOf('1,2 km', 'it', metres(100_000))).toBe(1_200);
		expect(valueOf('75 %', 'it', percent(0, 100))).toBe(75);
	});
});

describe('a whole number', () => {
	test.each([
		['2.0', 2],
		['3,0', 3],
		['-1', -1],
		['−1', -1],
		['٢', 2]
	])('%s', (text, value) => expect(valueOf(text, 'it', count(-5, 60))).toBe(value));
	it('is whole and within its range', () => {
		expect(valueOf('2,5', 'it', count(-5, 60))).toBe('too-many-decimals');
		expect(valueOf('61', 'it', count(-5, 60))).toBe('out-of-range');
		expect(valueOf('-1', 'it', count(0, 60))).toBe('out-of-range');
	});
});

test.each(['', ' ', '.', ',', '€', '-', 'molto', '1e9', '12,3,4', '1.25,0', '12 50', '1.25.000', '1/2', '1-2', '0x10'])(
	'%j is no number',
	(text) => {
		for (const language of languages) expect(valueOf(text, language)).toBe('not-a-number');
	}
);

it('takes no longer for a text of megabytes', () => expect(valueOf('1'.repeat(5_000_000), 'it')).toBe('not-a-number'));

it('what is written is read back, in every digit of every script', () => {
	const zeros = ['0', '０', '٠', '۰', '०', '๐', '𑄶'].map((zero) => zero.codePointAt(0)!);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: money.most }), fc.constantFrom(...languages), (value, language) => {
			const typed = writeNumber(value, money, language);
			for (const zero of zeros) {
				const written = typed.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
				for (const page of languages) expect(valueOf(written, page)).toBe(value);
			}
		})
	);
	expect(writeNumber(-2, { decimals: 0 }, 'it')).toBe('-2');
	expect(writeNumber(5, money, 'en')).toBe('0.05');
});

it('knows the value of each digit that Unicode has', () => {
	for (let code = 0; code <= 0x10ffff; code++) {
		const sign = String.fromCodePoint(code);
		if (!/\p{Nd}/u.test(sign)) continue;
		const digit = plainSigns(sign);
		expect(digit).toMatch(/^\d$/);
		if (digit !== '9' && /\p{Nd}/u.test(String.fromCodePoint(code + 1))) {
			expect(plainSigns(String.fromCodePoint(code + 1))).toBe(String(Number(digit) + 1));
		}
	}
});
