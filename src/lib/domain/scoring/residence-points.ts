import type { Day } from '../calendar/instant';
import { anniversary, dayNumber, wholeYears } from '../household/age';
import { count, group, list, neverFalling, orAbsent, points, rising } from '../ruleset/kinds';
import type { ValueOf } from '../ruleset/kinds';

/** From `years` on (or, if `over`, from the day after), so many points. */
const step = group({ years: rising(count), over: orAbsent, points: neverFalling(points) });

/** The numbers of residence: steps by years. */
export const residenceSteps = { steps: list(step) } as const;

/** The points of the highest step reached by residence since `since`; null for no residence. Points in hundredths. */
export function residencePoints(since: Day | null, steps: readonly ValueOf<typeof step>[], today: Day) {
	if (since === null) return null;
	const day = dayNumber(today);
	const reached = steps.findLast(({ years, over }) => {
		const reachedOn = anniversary(since, years);
		return over ? reachedOn < day : reachedOn <= day;
	});
	return reached ? { points: reached.points, because: { years: wholeYears(since, today) } } : null;
}
