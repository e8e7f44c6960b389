import { centsOf, isAmount } from './amounts';
import { isDate, isYear } from './dates';
import type { Field } from './field-kinds';
import { fieldNames } from './field-names';

/** The fault of a field: the number of the check and a sentence in Italian. */
export type FieldFault = { readonly check: string; readonly sentence: string };

/** The first thing wrong with a field, or null. Faults S05 to S09 and S14. */
export function fieldFault(field: Field, value: string): FieldFault | null {
	if (value === '') return field.mandatory ? { check: 'S05', sentence: `${called(field)} è vuoto: lo compili.` } : null;
	switch (field.type) {
		case 'text':
			return lengthFault(field, field.most, value);
		case 'date':
			return isDate(value)
				? null
				: { check: 'S07', sentence: `${quoted('La data', value)} non è un giorno scritto ${DAY}.` };
		case 'year':
			return isYear(value)
				? null
				: { check: 'S07', sentence: `${quoted("L'anno", value)} non è un anno scritto ${YEAR}.` };
		case 'amount':
			return amountFault(field.aboveZero, value);
		case 'list':
			return field.values.includes(value) ? null : listFault(field, field.values, value);
	}
}

const DAY = 'gg/mm/aaaa dal 1900 al 2199: la corregga';
const YEAR = 'con quattro cifre dal 1900 al 2199: lo corregga';

/** `Il campo «codice locale»`. */
export function called({ name }: Pick<Field, 'name'>): string {
	return `Il campo «${fieldNames[name]}»`;
}

function lengthFault(field: Field, most: number, value: string): FieldFault | null {
	if (value.length <= most) return null;
	const length = [...value].length;
	if (length <= most) return null;
	return { check: 'S06', sentence: `${called(field)} ha ${length} caratteri; ne può avere ${most}: lo accorci.` };
}

function amountFault(aboveZero: boolean, value: string): FieldFault | null {
	if (!isAmount(value)) {
		const mended = value.replace('.', ',');
		const example = isAmount(mended) ? mended : '1234,50';
		const how = `non è scritto con la virgola e due decimali (per esempio ${example}).`;
		return { check: 'S08', sentence: `${quoted("L'importo", value)} ${how}` };
	}
	const cents = centsOf(value);
	if (cents > 0n || (cents === 0n && !aboveZero)) return null;
	const least = aboveZero ? 'maggiore di zero' : 'zero o maggiore di zero';
	return { check: 'S14', sentence: `${quoted("L'importo", value)} deve essere ${least}: lo corregga.` };
}

function listFault(field: Field, values: readonly string[], value: string): FieldFault {
	const empty = field.mandatory ? '' : ' o lo lasci vuoto';
	return { check: 'S09', sentence: `${called(field)} vale ${shown(value)}: scriva ${values.join(' o ')}${empty}.` };
}

const quoted = (what: string, value: string) => `${what} ${shown(value)}`;

/** A value between quotation marks, cut where it is long. */
function shown(value: string): string {
	const letters = [...value.slice(0, 200)];
	return letters.length > 60 ? `«${letters.slice(0, 60).join('')}…»` : `«${value}»`;
}
