import type { Day } from '../calendar/instant';

/** `day` moved by whole years, as text; 29 February becomes 28 where there is none, so anniversaries compare as text. */
export function yearsAfter(day: Day, years: number): Day {
	const year = Number(day.slice(0, 4)) + years;
	return `${String(year).padStart(4, '0')}${anniversaryIn(year, day)}`;
}

/** Month and day of the anniversary in `year`, as `-02-28`. */
function anniversaryIn(year: number, day: Day): string {
	const monthAndDay = day.slice(4);
	return monthAndDay === '-02-29' && !isLeap(year) ? '-02-28' : monthAndDay;
}

/** Whole years from `since` to `today`: the age of who was born then. 0 for a day to come. */
export function wholeYears(since: Day, today: Day): number {
	const year = Number(today.slice(0, 4));
	const years = year - Number(since.slice(0, 4));
	return Math.max(0, today.slice(4) < anniversaryIn(year, since) ? years - 1 : years);
}

/** Calendar days from `since` to `today`; 0 for a day to come. */
export function wholeDays(since: Day, today: Day): number {
	return Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000));
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
