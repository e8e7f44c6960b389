import { addDays, dayOf, endOfDay } from './deadline';
import { isClosedDay } from './holidays';
import type { Instant } from './instant';

/** The end of the `count`th day after `instant` on which Milan's offices work. The day of `instant` does not count. */
export function workingDaysAfter(instant: Instant, count: number): Instant {
	let day = dayOf(instant);
	for (let left = count; left > 0;) {
		day = addDays(day, 1);
		if (!isClosedDay(day)) left -= 1;
	}
	return endOfDay(day);
}
