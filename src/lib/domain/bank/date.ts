import type { Day } from '../calendar/instant';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?/;
const ZONE = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;
const SIX_DIGITS = /^(\d{2})(\d{2})(\d{2})$/;

/** Characters of a day. */
const LENGTH = 10;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Years of two digits from here on are of the last century. */
const LAST_CENTURY_FROM = 80;

/** A day of ISO 20022 (`Dt`). It is the calendar day as written: a zone never moves it. Null for a day that does not exist. */
export const readDay = (text: string | null): Day | null => dayBefore(text, '');

/** The day of a moment of ISO 20022 (`DtTm`), which has seconds. */
export const readDayOfTime = (text: string | null): Day | null => dayBefore(text, TIME.exec(afterDay(text))?.[0]);

const afterDay = (text: string | null): string => text?.slice(LENGTH) ?? '';

/** The day, where only a zone comes after it and this time. */
function dayBefore(text: string | null, time: string | undefined): Day | null {
	if (text === null || time === undefined || !ZONE.test(afterDay(text).slice(time.length))) return null;
	return realDay(text.slice(0, LENGTH));
}

/** A day of the CBI report: day, month and two digits of the year (GGMMAA). */
export function readSixDigits(text: string | null): Day | null {
	const [, day, month, year] = SIX_DIGITS.exec(text ?? '') ?? [];
	if (year === undefined) return null;
	return realDay(`${Number(year) >= LAST_CENTURY_FROM ? '19' : '20'}${year}-${month}-${day}`);
}

function realDay(day: string): Day | null {
	if (!SHAPE.test(day)) return null;
	const year = Number(day.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) return null;
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? null : day;
}
