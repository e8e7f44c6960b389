import type { NumberKind } from './number-kinds';
import { plainSigns } from './plain-signs';

/** The language whose signs a number is read by: `1.250,50` in Italian is `1,250.50` in English. */
export type NumberLanguage = 'it' | 'en';

export type NumberRead =
	| { readonly kind: 'number'; readonly value: number }
	/** Each language reads another number; the page's first. */
	| { readonly kind: 'two-meanings'; readonly values: readonly [number, number] }
	| { readonly kind: 'not-a-number' | 'too-many-decimals' | 'out-of-range' };

/** More signs than any number with its unit has. */
const LONGEST = 60;

const ITALIAN = /^(?:(\d+)|([1-9]\d{0,2}(?:([.' ٬])\d{3})(?:\3\d{3})*))?(?:[,٫](\d*))?$/;
const ENGLISH = /^(?:(\d+)|([1-9]\d{0,2}(?:([,' ٬])\d{3})(?:\3\d{3})*))?(?:[.٫](\d*))?$/;

/**
 * A number as people type it, in whole units of its last decimal (cents, hundredths of m², millimetres): with the digits
 * of every script, currency and unit, spaces or apostrophes in thousands, `16.000,-` and `2.0`.
 *
 * It is read in `language`, and in the other one where that alone gives a number of this kind: `12,000.00` on an Italian
 * page. Three digits after the sign for decimals may be thousands of the other language: `1,250` on an Italian page has
 * two meanings, and nobody but the writer can tell which.
 */
export function readNumber(text: string, kind: NumberKind, language: NumberLanguage): NumberRead {
	if (text.length > LONGEST) return { kind: 'not-a-number' };
	const plain = plainSigns(text).toLowerCase();
	const { bare, power } = withoutUnit(plain, kind.units);
	const isNegative = bare.startsWith('-');
	const digits = bare.replace(/^[-+] ?/, '').replace(/([.,]) ?(?:--?|=)$/, '$100');
	const shapes = language === 'it' ? [ITALIAN, ENGLISH] : [ENGLISH, ITALIAN];
	const read = shapes.map((shape) => readAs(shape, digits, kind, power, isNegative));
	const [own, other] = read;
	if (typeof own?.value === 'number') {
		const isSure = own.inThousands || typeof other?.value !== 'number' || other.value === own.value;
		return isSure ? number(own.value) : { kind: 'two-meanings', values: [own.value, other.value] };
	}
	// Thousands of the page's own language that are too many stay too many: `450.000` of rent is not 450,000.
	if (typeof other?.value === 'number' && !own?.inThousands) return number(other.value);
	const faults = read.map((one) => one?.value);
	return { kind: faults.find((fault) => typeof fault === 'string') ?? 'not-a-number' };
}

const number = (value: number): NumberRead => ({ kind: 'number', value });

function withoutUnit(text: string, units: NumberKind['units']): { bare: string; power: number } {
	for (const [unit, power] of Object.entries(units)) {
		if (text.startsWith(unit)) return { bare: text.slice(unit.length).replace(/^[. ]+/, ''), power };
		const before = text.endsWith(`${unit}.`) ? text.slice(0, -unit.length - 1) : text.slice(0, -unit.length);
		if (text.endsWith(unit) || text.endsWith(`${unit}.`)) return { bare: before.trim(), power };
	}
	return { bare: text, power: 0 };
}

type Reading = { readonly value: number | 'too-many-decimals' | 'out-of-range'; readonly inThousands: boolean };

function readAs(shape: RegExp, digits: string, kind: NumberKind, power: number, isNegative: boolean): Reading | null {
	const [, together, parted, , written = ''] = shape.exec(digits) ?? [];
	const whole = (together ?? parted ?? '').replaceAll(/\D/g, '');
	if (whole + written === '') return null;
	const inThousands = parted !== undefined;
	// Where the decimal sign goes when the unit is turned into the field's own.
	const all = whole + written;
	const scale = written.length - power - kind.decimals;
	if (scale > 0 && /[1-9]/.test(all.slice(-scale))) return { value: 'too-many-decimals', inThousands };
	const units = Number(scale > 0 ? all.slice(0, -scale) : all + '0'.repeat(-scale));
	const value = isNegative && units !== 0 ? -units : units;
	return { value: value < kind.least || value > kind.most ? 'out-of-range' : value, inThousands };
}

/** A value of `kind` as one types it in `language`, without thousands: `1250,50`; whole numbers without decimals. */
export function writeNumber(
	value: number,
	{ decimals }: Pick<NumberKind, 'decimals'>,
	language: NumberLanguage
): string {
	const units = 10 ** decimals;
	const size = Math.abs(value);
	const rest = size % units;
	const whole = `${value < 0 ? '-' : ''}${Math.trunc(size / units)}`;
	if (rest === 0) return whole;
	return `${whole}${language === 'it' ? ',' : '.'}${String(rest).padStart(decimals, '0')}`;
}
