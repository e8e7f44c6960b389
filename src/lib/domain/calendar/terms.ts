import { addDays, dayOf, endOfDay } from './deadline';
import { isHoliday } from './holidays';
import type { Day, Instant } from './instant';

/** The rule for a term whose last day is a Sunday or a holiday. */
export type TermRule = {
	/** Terms that begin on this day or later. */
	readonly from: Day;
	readonly onHoliday: 'ends' | 'moves';
	/** As in `RuleValue`. */
	readonly certainty: 'known' | 'open';
	readonly source: string;
};

/**
 * The rules by the day on which a term begins, the oldest first. A term that began before a rule keeps its day, because
 * households were told it. That the rule of the civil code holds for the terms of a notice is for the agency to confirm.
 */
export const termRules: readonly TermRule[] = [
	{ from: '0001-01-01', onHoliday: 'ends', certainty: 'open', source: 'the portal before December 2026' },
	{ from: '2026-12-01', onHoliday: 'moves', certainty: 'known', source: 'c.c. art. 2963, third paragraph' }
];

/**
 * The deadline `days` days after `instant`: the end of that day in Milan. The day of `instant` does not count. Where the rule
 * in force says so, a deadline on a Sunday or a holiday moves to the next day that is neither; a Saturday does not.
 */
export function deadlineAfter(instant: Instant, days: number, rules: readonly TermRule[] = termRules): Instant {
	const begins = dayOf(instant);
	const last = addDays(begins, days);
	const rule = rules.findLast(({ from }) => from <= begins);
	return endOfDay(rule?.onHoliday === 'moves' ? nextWorkday(last) : last);
}

function nextWorkday(day: Day): Day {
	return isHoliday(day) ? nextWorkday(addDays(day, 1)) : day;
}
