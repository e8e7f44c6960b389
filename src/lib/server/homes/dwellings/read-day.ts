import { plainSigns } from '$lib/domain/numbers/plain-signs';

/** Italian and English names of the months, by their first three letters. */
const MONTHS = [
	['gen', 'jan'],
	['feb'],
	['mar'],
	['apr'],
	['mag', 'may'],
	['giu', 'jun'],
	['lug', 'jul'],
	['ago', 'aug'],
	['set', 'sep'],
	['ott', 'oct'],
	['nov'],
	['dic', 'dec']
];

/** Midnight, which spreadsheets and databases write after a day. Another hour is left: it may be another day elsewhere. */
const MIDNIGHT = /[ t]0?0[:.]00(?:[:.]00(?:[.,]0+)?)?z?$/;

/**
 * A day as people and spreadsheets write it, as ISO text; null when it is none: `31/12/2025`, `2025-12-31`, `15-gen-2026`,
 * `15 gennaio 2026`, each also with the hour of midnight. A year of two digits is of this century, where that day is not
 * after `today`; otherwise nobody can tell which century.
 */
export function readDay(text: string, today: string): string | 'short-year' | null {
	const plain = plainSigns(text.slice(0, 40)).toLowerCase().replace(MIDNIGHT, '');
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
	if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
	const [, day, month, year] =
		/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(plain) ??
		/^(\d{1,2})[°. /-]{1,2}(\p{L}{3,10})\.?[ /-](\d{4}|\d{2})$/u.exec(plain) ??
		[];
	if (!day || !month || !year) return null;
	const number = /\d/.test(month) ? month : monthOf(month);
	if (number === null) return null;
	if (year.length === 4) return dayOf(year, number, day);
	const recent = dayOf(`20${year}`, number, day);
	return recent !== null && recent > today ? 'short-year' : recent;
}

function monthOf(name: string): string | null {
	const index = MONTHS.findIndex((names) => names.some((begin) => name.startsWith(begin)));
	return index < 0 ? null : String(index + 1);
}

function dayOf(year: string, month: string, day: string): string | null {
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const moment = new Date(`${iso}T00:00:00Z`);
	const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
	return exists && iso >= '1900-01-01' ? iso : null;
}
