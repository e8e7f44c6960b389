import type { Day } from '../calendar/instant';

/** `day` moved by whole years, as text; 29 February becomes 28 where there is none, so anniversaries compare as text. */
export function yearsAfter(day: Day, years: number): Day {
	const year = Number(day.slice(0, 4)) + years;
	const rest = day.slice(4) === '-02-29' && !isLeap(year) ? '-02-28' : day.slice(4);
	return `${String(year).padStart(4, '0')}${rest}`;
}

/** Whole years from `since` to `today`: the age of who was born then. 0 for a day to come. */
export function wholeYears(since: Day, today: Day): number {
	const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
	return Math.max(0, today < yearsAfter(since, years) ? years - 1 : years);
}

/** Calendar days from `since` to `today`; 0 for a day to come. */
export function wholeDays(since: Day, today: Day): number {
	return Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000));
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
