import type { Day } from '../calendar/instant';
import { anniversary, dayNumber, wholeYears } from '../household/age';
import type { YearsStep } from '../ruleset/rule-set';

/** The points of the highest step reached by residence since `since`; null for no residence. Points in hundredths. */
export function residencePoints(since: Day | null, steps: readonly YearsStep[], today: Day) {
	if (since === null) return null;
	const day = dayNumber(today);
	const reached = steps.findLast(({ years, over }) => {
		const reachedOn = anniversary(since, years);
		return over ? reachedOn < day : reachedOn <= day;
	});
	return reached ? { points: reached.points, because: { years: wholeYears(since, today) } } : null;
}
