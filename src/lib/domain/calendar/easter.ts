import type { Day } from './instant';

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterOf(year: number): Day {
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
