import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readCommaAmount } from '$lib/domain/bank/amount';

describe('an amount of ISO 20022', () => {
	it.each([
		['12', 1200],
		['12.', 1200],
		['.5', 50],
		['+12.30', 1230],
		['0', 0],
		['0.00', 0],
		['012.30', 1230],
		['12.34000', 1234],
		['90071992547409.91', Number.MAX_SAFE_INTEGER],
		['0000000000000012.34', 1234]
	])('%s is %i hundredths', (text, cents) => expect(readAmount(text)).toEqual({ cents }));

	it.each(['-1.00', '-0.00', '-0', '-.5'])('%s is negative', (text) =>
		expect(readAmount(text)).toEqual({ fault: 'amount-negative' })
	);

	it.each(['1.005', '1.00001', '0.001', '12345678901234567.891', '1.123456'])('%s is never rounded', (text) =>
		expect(readAmount(text)).toEqual({ fault: 'amount-precision' })
	);

	it.each([
		...[
			'',
			'.',
			'+',
			'-',
			'+.',
			'1,50',
			'1.2.3',
			'1 000.00',
			'1e3',
			'0x10',
			'Infinity',
			'--1',
			'+-1',
			'1-',
			'١٢',
			'１２'
		],
		...['1.000000', '1234567890123456789', '00000000000000000.00', '90071992547409.92', '999999999999999999', '1\u00a0']
	])('%j is invalid', (text) => expect(readAmount(text)).toEqual({ fault: 'amount-invalid' }));

	it('is invalid where there is none', () => expect(readAmount(null)).toEqual({ fault: 'amount-invalid' }));

	it('is what it was before it was written', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), (cents) => {
				const digits = String(cents).padStart(3, '0');
				expect(readAmount(`${digits.slice(0, -2)}.${digits.slice(-2)}`)).toEqual({ cents });
			})
		);
	});
});

describe('an amount of the CBI report', () => {
	it.each([
		['000000000012,34', 1234],
		['000000000000,00', 0],
		['1,5', 150]
	])('%s is %i hundredths', (text, cents) => expect(readCommaAmount(text)).toEqual({ cents }));

	it.each([
		[null, 'amount-invalid'],
		['000000000001234', 'amount-invalid'],
		['000000000012.34', 'amount-invalid'],
		['0000000001.2,34', 'amount-invalid'],
		['00000000,012,34', 'amount-invalid'],
		['-00000000012,34', 'amount-negative'],
		['00000000012,345', 'amount-precision']
	])('%j: %s', (text, fault) => expect(readCommaAmount(text)).toEqual({ fault }));
});
