import type { Day } from '../calendar/instant';

const DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/** Whether the text is a year of four digits, 1900 to 2199. */
export function isYear(text: string): boolean {
	return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
}

/** Whether the text is a real day, `dd/mm/yyyy`, of the years 1900 to 2199. */
export function isDate(text: string): boolean {
	const [, day, month, year] = DATE.exec(text) ?? [];
	return year !== undefined && isYear(year) && isRealDay(`${year}-${month}-${day}`);
}

/** Whether the text is a day of the calendar, `yyyy-mm-dd`. */
export function isRealDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `2017-03-10` of `10/03/2017`, so that days compare as texts. */
export function dayOfDate(date: string): Day {
	return `${date.slice(6)}-${date.slice(3, 5)}-${date.slice(0, 2)}`;
}

/** `10/03/2017` of `2017-03-10`. */
export function dateOfDay(day: Day): string {
	return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
