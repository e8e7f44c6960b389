import type { Column } from '$lib/server/homes/dwellings/column';

const MONTHS = [
	'gen(?:naio)?|jan(?:uary)?|feb(?:braio|ruary)?|mar(?:zo|ch)?|apr(?:ile|il)?|mag(?:gio)?|may|giu(?:gno)?|june?',
	'lug(?:lio)?|july?|ago(?:sto)?|aug(?:ust)?|sett?(?:embre)?|sept?(?:ember)?|ott(?:obre)?|oct(?:ober)?',
	'nov(?:embre|ember)?|dic(?:embre)?|dec(?:ember)?'
];
const MONTH = `(?:${MONTHS.join('|')})\\.?`;
const YEAR = '(?:\\d{4}|\\d{2})';
/** `03-apr`, `apr-03`, `3 aprile 2026`, `03/04/2026`, `2026-04-03`, the latter two also with hours. */
const DATE = new RegExp(
	`^(?:\\d{1,2}[-/. ]${MONTH}(?:[-/. ]${YEAR})?|${MONTH}[-/. ]${YEAR}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})(?:[ T][\\d:.]+)?$`,
	'i'
);
/** Days since 1900 from 1982 to 2036: what is left of a date when its cell is shown as a number. */
const SERIAL = /^[34]\d{4}$/;
/** A long code that became a number: `1,2E+11`. */
const POWER = /^\d(?:[.,]\d+)?E\+?\d+$/i;

const codes = new Set(['buildingCode', 'code']);
const numbers = new Set(['streetNumber', 'unit']);

/** Whether a code, a house number or a flat's number looks like what a spreadsheet makes of one: a date. */
export function looksLikeDate({ field }: Column, cell: string): boolean {
	if (codes.has(field)) return DATE.test(cell) || POWER.test(cell);
	return numbers.has(field) && (DATE.test(cell) || SERIAL.test(cell));
}
