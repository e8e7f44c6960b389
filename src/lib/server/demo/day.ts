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
	/** `minutes` after ten in the morning of the day `days` from today. */
	during(days: number, minutes: number): Instant;
};

export function loadDay(now: Instant): LoadDay {
	const today = dayOf(now);
	const day = remembered((days: number) => addDays(today, days));
	const moment = remembered((words: string) => romeInstant(words.slice(0, 10), `${words.slice(11)}:00`));
	const at = (days: number, time = '10:00') => moment(`${day(days)} ${time}`);
	const during = (days: number, minutes: number) => new Date(Date.parse(at(days)) + minutes * 60_000).toISOString();
	return { now, today, day, at, during };
}

/** Calendar and time zone are slow, and the demo world needs the same few days a hundred thousand times. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, Value>();
	return (key) => {
		const value = known.get(key) ?? make(key);
		known.set(key, value);
		return value;
	};
}
