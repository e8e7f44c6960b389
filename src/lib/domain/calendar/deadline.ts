import type { Day, Instant } from './instant';

const romeClock = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Rome',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});

/** A format for days: Swedish writes them as `2026-11-22`. */
const romeDay = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Rome',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function romeParts(instant: Instant) {
	const parts = Object.fromEntries(romeClock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
	return {
		day: `${parts['year']}-${parts['month']}-${parts['day']}`,
		time: `${parts['hour']}:${parts['minute']}:${parts['second']}`
	};
}

/**
 * Milan is whole hours ahead of UTC, so no day begins inside an hour of UTC. The days are kept by that hour, because a
 * round asks 15,000 times.
 */
const days = new Map<string, Day>();
const HOURS_KEPT = 10_000;

/** The calendar day in Milan at `instant`. */
export function dayOf(instant: Instant): Day {
	const hour = instant.slice(0, 13);
	const known = days.get(hour);
	if (known) return known;
	if (days.size >= HOURS_KEPT) days.clear();
	const day = romeDay.format(new Date(instant));
	days.set(hour, day);
	return day;
}

/** `count` days after `day` (before, if negative), by the calendar. */
export function addDays(day: Day, count: number): Day {
	return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** `day` moved by whole years, back if negative; 29 February becomes 28 where there is none. */
export function addYears(day: Day, years: number): Day {
	const year = Number(day.slice(0, 4)) + years;
	const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
	const rest = day.endsWith('-02-29') && !isLeap ? '-02-28' : day.slice(4);
	return `${String(year).padStart(4, '0')}${rest}`;
}

/** The instant when Milan's clocks show `time` (HH:MM:SS) on `day`. In the hour that occurs twice, the second one. */
export function romeInstant(day: Day, time: string): Instant {
	for (const hoursAhead of [1, 2]) {
		const instant = new Date(Date.parse(`${day}T${time}Z`) - hoursAhead * HOUR).toISOString();
		const shown = romeParts(instant);
		if (shown.day === day && shown.time === time) return instant;
	}
	// For a time in the hour that spring skips: the first instant after it.
	return new Date(Date.parse(`${day}T${time}Z`) - HOUR).toISOString();
}

/**
 * The last instant of `day` in Milan. A deadline falls on the last second of its day, and days count in Europe/Rome.
 */
export function endOfDay(day: Day): Instant {
	return new Date(Date.parse(romeInstant(addDays(day, 1), '00:00:00')) - 1).toISOString();
}

/** Whole calendar days from now to the day of `deadline` in Milan: 0 on the day itself, negative when it has passed. */
export function daysLeft(deadline: Instant, now: Instant): number {
	return Math.round((Date.parse(dayOf(deadline)) - Date.parse(dayOf(now))) / DAY);
}

/** Whether `deadline` has passed at `now`. At the deadline itself it has not. */
export function isPast(deadline: Instant, now: Instant): boolean {
	return now > deadline;
}
