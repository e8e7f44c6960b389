import { addDays } from './deadline';
import { easterOf } from './easter';
import type { Day } from './instant';

type Holiday = {
	/** Month and day. */
	readonly on: string;
	/** The first year in which it counts; left out: in every year. */
	readonly from?: number;
	readonly source: string;
};

const NATIONAL = 'L. 260/1949, art. 2; L. 54/1977 and D.P.R. 792/1985';

/** Holidays of a fixed day. Widely known; the acts were not read. Easter Monday is worked out. */
const fixed: readonly Holiday[] = [
	{ on: '01-01', source: NATIONAL },
	{ on: '01-06', source: NATIONAL },
	{ on: '04-25', source: NATIONAL },
	{ on: '05-01', source: NATIONAL },
	{ on: '06-02', source: 'L. 336/2000, art. 1' },
	{ on: '08-15', source: NATIONAL },
	{ on: '10-04', from: 2026, source: 'L. 151/2025' },
	{ on: '11-01', source: NATIONAL },
	{ on: '12-07', source: 'Sant’Ambrogio, patron of Milan' },
	{ on: '12-08', source: NATIONAL },
	{ on: '12-25', source: NATIONAL },
	{ on: '12-26', source: NATIONAL }
];
const byDay: ReadonlyMap<string, Holiday> = new Map(fixed.map((holiday) => [holiday.on, holiday]));

const weekday = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Whether nobody works in Milan's offices on this day: a Saturday, a Sunday or a holiday. */
export const isClosedDay = (day: Day): boolean => weekday(day) === 6 || isHoliday(day);

/** Whether this day is a Sunday or a holiday in Milan. A Saturday is none. */
export function isHoliday(day: Day): boolean {
	const year = Number(day.slice(0, 4));
	const holiday = byDay.get(day.slice(5));
	if (holiday && year >= (holiday.from ?? 0)) return true;
	return weekday(day) === 0 || day === addDays(easterOf(year), 1);
}
