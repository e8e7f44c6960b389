import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';

/** Answers whether an event of somebody is among the first `most` of that person and day, as this process counts them. */
export function firstOfDay(most: number): (who: string, at: Instant) => boolean {
	let day = '';
	let counts = new Map<string, number>();
	return (who, at) => {
		if (day !== dayOf(at)) counts = new Map();
		day = dayOf(at);
		const count = (counts.get(who) ?? 0) + 1;
		counts.set(who, count);
		return count <= most;
	};
}
