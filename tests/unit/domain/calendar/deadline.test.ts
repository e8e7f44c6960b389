import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysLeft, endOfDay, isPast, romeInstant } from '$lib/domain/calendar/deadline';

describe('a deadline is the last moment of its day in Milan', () => {
	test.each([
		['winter', '2026-12-02', '2026-12-02T22:59:59.999Z'],
		['summer', '2026-07-02', '2026-07-02T21:59:59.999Z'],
		['the day clocks go forward', '2026-03-29', '2026-03-29T21:59:59.999Z'],
		['the day clocks go back', '2026-10-25', '2026-10-25T22:59:59.999Z'],
		['29 February', '2028-02-29', '2028-02-29T22:59:59.999Z'],
		['the last day of the year', '2026-12-31', '2026-12-31T22:59:59.999Z']
	])('%s', (_, day, expected) => {
		expect(endOfDay(day)).toBe(expected);
	});

	test('it has not passed at its last moment, and has one millisecond later', () => {
		const deadline = endOfDay('2026-12-02');
		expect(isPast(deadline, '2026-12-02T22:59:59.999Z')).toBe(false);
		expect(isPast(deadline, '2026-12-02T23:00:00.000Z')).toBe(true);
	});
});

test('days left are counted in whole days, 0 on the day itself', () => {
	const deadline = endOfDay('2026-12-02');
	expect(daysLeft(deadline, '2026-12-02T00:00:00.000Z')).toBe(0);
	expect(daysLeft(deadline, '2026-12-01T22:59:59.999Z')).toBe(1);
	expect(daysLeft(deadline, '2026-12-02T23:00:00.000Z')).toBe(-1);
});

test('a time that spring skips is the first moment after it; one that autumn repeats is the second', () => {
	expect(romeInstant('2026-03-29', '02:30:00')).toBe('2026-03-29T01:30:00.000Z');
	expect(romeInstant('2026-10-25', '02:30:00')).toBe('2026-10-25T01:30:00.000Z');
});

test('any day: its end belongs to it, the next moment to the next day', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 40_000 }), (count) => {
			const day = addDays('1990-01-01', count);
			const end = endOfDay(day);
			expect(dayOf(end)).toBe(day);
			expect(dayOf(new Date(Date.parse(end) + 1).toISOString())).toBe(addDays(day, 1));
		})
	);
});
