import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readDayOfTime, readSixDigits } from '$lib/domain/bank/date';

describe('a day', () => {
	it.each(['2024-02-29', '1900-01-01', '2199-12-31', '2024-03-01Z', '2024-03-01+14:00', '2024-03-01-11:30'])(
		'%s',
		(text) => expect(readDay(text)).toBe(text.slice(0, 10))
	);

	it.each([
		...['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-04-31', '2024-01-00', '1899-12-31', '2200-01-01'],
		...[
			'24-03-01',
			'2024-3-1',
			'01/03/2024',
			'2024-03-01T10:00:00',
			'2024-03-01 ',
			'2024-03-01+15:00',
			'2024-03-01+14:30',
			''
		]
	])('%j is none', (text) => expect(readDay(text)).toBeNull());
});

describe('the day of a moment', () => {
	it.each([
		'2024-03-01T00:00:00',
		'2024-03-01T23:59:59.999+01:00',
		'2024-03-01T23:59:59Z',
		'2024-03-01T00:30:00-11:00',
		'2024-03-01T00:30:00.1'
	])('%s is the day as written, whatever its zone', (text) => expect(readDayOfTime(text)).toBe('2024-03-01'));

	it.each([
		...['2024-03-01', '2024-03-01T10:00', '2024-03-01T24:00:00', '2024-03-01T10:60:00', '2024-03-01T10:00:60'],
		...[
			'2024-03-01T10:00:00.',
			'2024-03-01t10:00:00',
			'2024-02-30T10:00:00',
			'2024-03-01T10:00:00+1:00',
			'2024-03-01 10:00:00'
		]
	])('%s is none', (text) => expect(readDayOfTime(text)).toBeNull());
});

describe('six digits of the CBI report', () => {
	it.each([
		['010324', '2024-03-01'],
		['290200', '2000-02-29'],
		['311279', '2079-12-31'],
		['010180', '1980-01-01'],
		['311299', '1999-12-31']
	])('%s is %s', (text, day) => expect(readSixDigits(text)).toBe(day));

	it.each(['300224', '001224', '011324', '01032', '0103240', '01/324', '', null])('%j is none', (text) =>
		expect(readSixDigits(text)).toBeNull()
	);
});

it('every day of these three centuries is read, and none beside them', () => {
	const day = fc.date({ min: new Date('1890-01-01'), max: new Date('2210-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(day, (date) => {
			const text = date.toISOString().slice(0, 10);
			const year = date.getUTCFullYear();
			expect(readDay(text)).toBe(year >= 1900 && year <= 2199 ? text : null);
		})
	);
});
