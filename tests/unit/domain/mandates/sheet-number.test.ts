import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheetNumber, sheetNumber } from '../../../../src/lib/domain/mandates/sheet-number';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 });

describe('the number of a sheet', () => {
	it('has two groups of four characters, none of which looks like another', () => {
		expect(sheetNumber(Uint8Array.from([0, 9, 10, 31, 32, 255, 18, 17]))).toBe('09AZ-0ZJH');
		fc.assert(fc.property(bytes, (given) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(sheetNumber(given))));
	});

	it('needs eight bytes', () => {
		expect(() => sheetNumber(new Uint8Array(7))).toThrow(RangeError);
	});

	it('is read as it was written, in small letters, and without its dash', () => {
		fc.assert(
			fc.property(bytes, (given) => {
				const number = sheetNumber(given);
				const typed = [number, number.toLowerCase(), number.replace('-', ''), ` ${number.replace('-', ' – ')} `];
				expect(typed.map(readSheetNumber)).toEqual([number, number, number, number]);
			})
		);
	});

	it('is read where a digit was taken for a letter', () => {
		expect(readSheetNumber('o1lI-0000')).toBe('0111-0000');
	});

	it.each(['', 'K7PM', 'K7PM-3QX', 'K7PM-3QXDD', 'K7PM-3QXU', 'K7PM-3QX!'])('is not %j', (typed) => {
		expect(readSheetNumber(typed)).toBeNull();
	});
});
