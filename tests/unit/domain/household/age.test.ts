import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anniversary, dayNumber, wholeDays, wholeYears } from '$lib/domain/household/age';

it.each([
	['2008-11-23', '2026-11-22', 17],
	['2008-11-22', '2026-11-22', 18],
	['2008-02-29', '2026-02-27', 17],
	['2008-02-29', '2026-02-28', 18],
	['2008-02-29', '2028-02-28', 19],
	['2008-02-29', '2028-02-29', 20],
	['2026-11-23', '2026-11-22', 0]
])('from %s to %s: %i whole years', (since, today, years) => {
	expect(wholeYears(since, today)).toBe(years);
});

it('counts days by the calendar, clock changes and leap days included', () => {
	expect(wholeDays('2026-03-28', '2026-03-30')).toBe(2);
	expect(wholeDays('2028-02-28', '2028-03-01')).toBe(2);
	expect(wholeDays('2027-01-01', '2026-11-22')).toBe(0);
});

const someDay = fc
	.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2100-12-31') })
	.map((time) => new Date(time).toISOString().slice(0, 10));

it('days and years agree with the calendar, whatever the days', () => {
	fc.assert(
		fc.property(someDay, someDay, (since, today) => {
			expect(wholeDays(since, today)).toBe(Math.max(0, (Date.parse(today) - Date.parse(since)) / 86_400_000));
			const years = wholeYears(since, today);
			expect(anniversary(since, years) <= dayNumber(today) || years === 0).toBe(true);
			expect(anniversary(since, years + 1)).toBeGreaterThan(dayNumber(today));
		})
	);
});

it.each(['', '2026-1-22', '22/11/2026', '2026-11-2x'])('%j is not a day', (text) => {
	expect(dayNumber(text)).toBeNaN();
	expect(wholeDays(text, '2026-11-22')).toBeNaN();
});
