import type { Day } from '../calendar/instant';

/**
 * `2026-11-22` as 20261122: sorts as the text does, and a round compares 100,000 of them without making texts. NaN for
 * what is not written as a day.
 */
export function dayNumber(day: Day): number {
	if (day.length !== 10) return NaN;
	return digits(day, 0, 4) * 10_000 + digits(day, 5, 7) * 100 + digits(day, 8, 10);
}

function digits(text: string, from: number, to: number): number {
	let value = 0;
	for (let at = from; at < to; at++) {
		const digit = text.charCodeAt(at) - 48;
		value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
	}
	return value;
}

/** `since` moved by whole years, as a `dayNumber`; 29 February becomes 28 where there is none. */
export function anniversary(since: Day, years: number): number {
	return inYear(dayNumber(since), years);
}

function inYear(since: number, years: number): number {
	const moved = since + years * 10_000;
	return since % 10_000 === 229 && !isLeap(Math.floor(moved / 10_000)) ? moved - 1 : moved;
}

/** Whole years from `since` to `today`: the age of who was born then. 0 for a day to come. */
export function wholeYears(since: Day, today: Day): number {
	const from = dayNumber(since);
	const to = dayNumber(today);
	const years = Math.floor(to / 10_000) - Math.floor(from / 10_000);
	return Math.max(0, inYear(from, years) > to ? years - 1 : years);
}

/** Calendar days from `since` to `today`; 0 for a day to come. Years from 100 on. */
export function wholeDays(since: Day, today: Day): number {
	return Math.max(0, (midnight(dayNumber(today)) - midnight(dayNumber(since))) / 86_400_000);
}

const midnight = (day: number) => Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
