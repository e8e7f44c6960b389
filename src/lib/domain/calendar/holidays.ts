import { addDays } from './deadline';
import type { Day } from './instant';

/**
 * Holidays of every year, by month and day: L. 260/1949 and L. 336/2000; 4 October from 2026 (L. 151/2025); 7 December is
 * the patron's day in Milan. Widely known; the acts were not read.
 */
const fixed: ReadonlySet<string> = new Set([
	'01-01',
	'01-06',
	'04-25',
	'05-01',
	'06-02',
	'08-15',
	'10-04',
	'11-01',
	'12-07',
	'12-08',
	'12-25',
	'12-26'
]);
const SAN_FRANCESCO_FROM = '2026';

/** Whether nobody works in Milan's offices on this day: a Saturday, a Sunday or a holiday. */
export function isClosedDay(day: Day): boolean {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6 || isHoliday(day);
}

function isHoliday(day: Day): boolean {
	const year = day.slice(0, 4);
	if (day.endsWith('10-04')) return year >= SAN_FRANCESCO_FROM;
	return fixed.has(day.slice(5)) || day === addDays(easterOf(Number(year)), 1);
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterOf(year: number): Day {
	const [a, b, c] = [year % 19, Math.trunc(year / 100), year % 100];
	const [d, e] = [Math.trunc(b / 4), b % 4];
	const g = Math.trunc((8 * b + 13) / 25);
	const h = (19 * a + b - d - g + 15) % 30;
	const [i, k] = [Math.trunc(c / 4), c % 4];
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const n = Math.trunc((a + 11 * h + 19 * l) / 433);
	const month = Math.trunc((h + l - 7 * n + 90) / 25);
	const date = (h + l - 7 * n + 33 * month + 19) % 32;
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
