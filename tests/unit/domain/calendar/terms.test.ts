import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, endOfDay } from '$lib/domain/calendar/deadline';
import { easterOf } from '$lib/domain/calendar/easter';
import { isClosedDay, isHoliday } from '$lib/domain/calendar/holidays';
import { deadlineAfter, termRules, type TermRule } from '$lib/domain/calendar/terms';
import { workingDaysAfter } from '$lib/domain/calendar/working-days';

const rule = (onHoliday: TermRule['onHoliday'], from = '0001-01-01'): TermRule => {
	return { from, onHoliday, certainty: 'open', source: 'a test' };
};
const at = (day: string) => `${day}T10:00:00.000Z`;

describe('a term of days', () => {
	test('counts from the day after, by the calendar of Milan', () => {
		expect(deadlineAfter('2026-11-22T23:30:00.000Z', 10)).toBe(endOfDay('2026-12-03'));
		expect(deadlineAfter('2026-11-22T22:30:00.000Z', 10)).toBe(endOfDay('2026-12-02'));
	});

	test.each([
		['a Sunday', '2026-12-03', 3, '2026-12-09'],
		['the patron of Milan and the day after', '2026-12-02', 5, '2026-12-09'],
		['Christmas, Santo Stefano and the Sunday after', '2026-12-15', 10, '2026-12-28'],
		['Easter Monday', '2027-03-19', 10, '2027-03-30'],
		['a Saturday stays', '2026-12-02', 3, '2026-12-05'],
		['a day of work stays', '2026-12-02', 2, '2026-12-04']
	])('that ends on %s', (_, begins, days, ends) => {
		expect(deadlineAfter(at(begins), days, [rule('moves')])).toBe(endOfDay(ends));
	});

	test('ends on the holiday where the rule of its first day says so', () => {
		const rules = [rule('ends'), rule('moves', '2026-12-04')];
		expect(deadlineAfter(at('2026-12-03'), 3, rules)).toBe(endOfDay('2026-12-06'));
		expect(deadlineAfter(at('2026-12-04'), 2, rules)).toBe(endOfDay('2026-12-09'));
		// Late in the evening of UTC the next day has begun in Milan.
		expect(deadlineAfter('2026-12-03T23:30:00.000Z', 2, rules)).toBe(endOfDay('2026-12-09'));
	});

	test('never ends on a holiday where it moves, nor before its days, nor more than a week later', () => {
		const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 60 }), (begins, count) => {
				const ends = dayOf(deadlineAfter(at(begins), count, [rule('moves')]));
				expect(isHoliday(ends)).toBe(false);
				expect(ends >= addDays(begins, count) && ends < addDays(begins, count + 7)).toBe(true);
			})
		);
	});

	test('the rules in force go from the oldest to the newest, and each names its source', () => {
		expect(termRules.map(({ from }) => from)).toEqual(termRules.map(({ from }) => from).toSorted());
		for (const { source } of termRules) expect(source).not.toBe('');
		expect(dayOf(deadlineAfter(at('2026-11-30'), 6))).toBe('2026-12-06');
		expect(dayOf(deadlineAfter(at('2026-12-01'), 5))).toBe('2026-12-09');
	});
});

test('Easter, from the years of a printed calendar', () => {
	expect([2024, 2025, 2026, 2027, 2038].map(easterOf)).toEqual([
		'2024-03-31',
		'2025-04-20',
		'2026-04-05',
		'2027-03-28',
		'2038-04-25'
	]);
});

test('4 October is a holiday from 2026', () => {
	expect([isHoliday('2025-10-04'), isHoliday('2026-10-04'), isHoliday('2027-10-04')]).toEqual([false, true, true]);
});

test('the days that the office gives itself are days on which it works', () => {
	// Friday 4 December 2026; then come a weekend and two holidays.
	expect(workingDaysAfter(at('2026-12-04'), 1)).toBe(endOfDay('2026-12-09'));
	expect(workingDaysAfter(at('2026-12-04'), 3)).toBe(endOfDay('2026-12-11'));
	expect(isClosedDay('2026-12-05')).toBe(true);
});
