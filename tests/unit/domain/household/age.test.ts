import { expect, it } from 'vitest';
import { wholeDays, wholeYears } from '$lib/domain/household/age';

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
