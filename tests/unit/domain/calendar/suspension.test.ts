import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, endOfDay } from '$lib/domain/calendar/deadline';
import { stoppedTerm, type Asked } from '$lib/domain/calendar/suspension';

const begunAt = '2026-11-02T09:00:00.000Z';
const due = endOfDay('2026-11-09');
const term = { begunAt, due };
const NOW = '2026-11-06T09:00:00.000Z';
const asked = (on: string, until: string, answeredAt: string | null = null): Asked => ({
	...{ askedAt: `${on}T10:00:00.000Z`, deadline: endOfDay(until), answeredAt }
});

describe('a term that a question stops', () => {
	test('runs as it was without a question', () => {
		expect(stoppedTerm(term, [], NOW)).toEqual({ due, stopped: null });
	});

	test('stands from the question to the answer', () => {
		const one = asked('2026-11-04', '2026-11-20', '2026-11-06T08:00:00.000Z');
		expect(stoppedTerm(term, [one], NOW)).toEqual({ due: endOfDay('2026-11-11'), stopped: null });
	});

	test('stands until the time to answer ends, and runs on after it', () => {
		const one = asked('2026-11-04', '2026-11-20');
		expect(stoppedTerm(term, [one], NOW)).toEqual({
			...{ due: endOfDay('2026-11-25'), stopped: { since: '2026-11-04T10:00:00.000Z', until: endOfDay('2026-11-20') } }
		});
		expect(stoppedTerm(term, [one], '2026-11-21T09:00:00.000Z')).toEqual({
			...{ due: endOfDay('2026-11-25'), stopped: null }
		});
	});

	test('stands for thirty days at most', () => {
		const one = asked('2026-11-04', '2027-01-20');
		expect(stoppedTerm(term, [one], NOW)).toEqual({
			...{ due: endOfDay('2026-12-09'), stopped: { since: '2026-11-04T10:00:00.000Z', until: endOfDay('2026-12-04') } }
		});
		const late = asked('2026-11-04', '2027-01-20', '2027-01-10T09:00:00.000Z');
		expect(stoppedTerm(term, [late], '2027-01-11T09:00:00.000Z').due).toBe(endOfDay('2026-12-09'));
	});

	test('stands once: a second question does not stop it', () => {
		const first = asked('2026-11-04', '2026-11-20', '2026-11-06T08:00:00.000Z');
		expect(stoppedTerm(term, [asked('2026-11-07', '2026-11-20'), first], NOW).due).toBe(endOfDay('2026-11-11'));
	});

	test('is not stopped by a question before it began or after it ended', () => {
		for (const on of ['2026-11-01', '2026-11-10'])
			expect(stoppedTerm(term, [asked(on, '2026-11-20')], NOW)).toEqual({ due, stopped: null });
	});

	test('never ends earlier, and never more than thirty days later', () => {
		const days = fc.integer({ min: 0, max: 60 });
		fc.assert(
			fc.property(days, days, fc.option(days), (from, length, answer) => {
				const on = addDays('2026-10-20', from);
				const answeredAt = answer === null ? null : `${addDays(on, answer)}T11:00:00.000Z`;
				const { due: later } = stoppedTerm(term, [asked(on, addDays(on, length), answeredAt)], NOW);
				expect(later >= due).toBe(true);
				expect(dayOf(later) <= addDays('2026-11-09', 30)).toBe(true);
			})
		);
	});
});
