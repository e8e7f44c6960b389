import type { Day } from '../calendar/instant';
import { wholeYears, yearsAfter } from '../household/age';
import type { YearsStep } from '../ruleset/rule-set';

/** The points of the highest step reached by residence since `since`; null for no residence. Points in hundredths. */
export function residencePoints(since: Day | null, steps: readonly YearsStep[], today: Day) {
	if (since === null) return null;
	const reached = steps.findLast(({ years, over }) => {
		const anniversary = yearsAfter(since, years);
		return over ? anniversary < today : anniversary <= today;
	});
	return reached ? { points: reached.points, because: { years: wholeYears(since, today) } } : null;
}
