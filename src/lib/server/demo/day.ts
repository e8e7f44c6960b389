import { addDays, dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';

/** The day the world is loaded: everything in it is dated from here. */
export type LoadDay = {
	readonly now: Instant;
	readonly today: Day;
	/** The day `days` from today (before it, if negative). */
	day(days: number): Day;
	/** `time` (HH:MM, Milan) on the day `days` from today. */
	at(days: number, time?: string): Instant;
};

export function loadDay(now: Instant): LoadDay {
	const today = dayOf(now);
	const day = (days: number) => addDays(today, days);
	return { now, today, day, at: (days, time = '10:00') => romeInstant(day(days), `${time}:00`) };
}
