import { floorNumber, isFloorInWords } from '$lib/domain/dwelling/floor-words';
import { area, centimetres, count, metres as metresOf, money, type NumberKind } from '$lib/domain/numbers/number-kinds';
import { plainSigns } from '$lib/domain/numbers/plain-signs';
import { readNumber, writeNumber, type NumberLanguage } from '$lib/domain/numbers/read-number';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';
import { readDay } from './read-day';

/** How a cell is read: its value, or what is wrong with it. An empty cell never gets here: it means unknown. */
export type CellProblem =
	| 'cell-formula'
	| 'cell-too-long'
	| 'cell-invisible'
	| 'cell-not-number'
	| 'cell-not-whole'
	| 'cell-two-meanings'
	| 'cell-floor-in-words'
	| 'cell-out-of-range'
	| 'cell-not-yes-or-no'
	| 'cell-not-date'
	| 'cell-short-year'
	| 'cell-date-in-future'
	| 'cell-not-code'
	| 'cell-not-energy-class'
	| 'cell-owner-unknown'
	| 'cell-operation-unknown'
	| 'cell-empty'
	| 'cell-repeated-code'
	| 'cell-other-building'
	| 'cell-date-order'
	| 'cell-promised'
	| 'cell-certified';

export type WrongCell = {
	readonly ok: false;
	readonly problem: CellProblem;
	/** The numbers that a cell with two meanings may mean, as one types them. */
	readonly meanings?: readonly [string, string];
};
export type Cell = { readonly ok: true; readonly value: string | number | boolean } | WrongCell;
/** `language`: whose signs the numbers of the file or the page have. */
export type ReadCell = (cell: string, language: NumberLanguage) => Cell;

const wrong = (problem: CellProblem): Cell => ({ ok: false, problem });
const right = (value: string | number | boolean): Cell => ({ ok: true, value });
const isFormula = (cell: string) => /^[=+\-@]/.test(cell);

/** Words of at most `longest` characters. One that begins like a formula is refused: a spreadsheet would run it. */
export const words =
	(longest: number): ReadCell =>
	(cell) => {
		if (isFormula(cell)) return wrong('cell-formula');
		if (hasInvisibleSigns(cell)) return wrong('cell-invisible');
		return cell.length > longest ? wrong('cell-too-long') : right(cell.normalize('NFC'));
	};

/** A code of the register: letters, digits, `-`, `_`, `.` and `/`. */
export const code: ReadCell = (cell) => {
	if (isFormula(cell)) return wrong('cell-formula');
	if (hasInvisibleSigns(cell)) return wrong('cell-invisible');
	return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(cell) ? right(cell.normalize('NFC')) : wrong('cell-not-code');
};

/** A number in units of its last decimal, read as every form reads one. */
export const numberOf =
	(kind: NumberKind): ReadCell =>
	(cell, language) => {
		const read = readNumber(cell, kind, language);
		if (read.kind === 'number') return right(read.value);
		if (read.kind === 'out-of-range') return wrong('cell-out-of-range');
		if (read.kind === 'two-meanings') {
			const [one, other] = read.values;
			const meanings = [writeNumber(one, kind, language), writeNumber(other, kind, language)] as const;
			return { ok: false, problem: 'cell-two-meanings', meanings };
		}
		if (/^[=@]/.test(cell)) return wrong('cell-formula');
		return wrong(kind.decimals === 0 ? 'cell-not-whole' : 'cell-not-number');
	};

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number): ReadCell => numberOf(count(least, most));

/** Square metres above 0 up to `most`, in hundredths. */
export const squareMetres = (most: number): ReadCell => numberOf({ ...area, least: 1, most: most * 100 });

/** Euros above 0 up to `most`, in cents. */
export const euros = (most: number): ReadCell => numberOf({ ...money, least: 1, most: most * 100 });

/** Centimetres up to `most`, in millimetres; `least` 0 where nought is a measure. */
export const lengthInCm = (most: number, least: 0 | 1 = 1): ReadCell => numberOf(centimetres(least, most * 10));

/** Per cent with one decimal up to `most`, in thousandths. */
export const slope = (most: number): ReadCell =>
	numberOf({ decimals: 1, least: 0, most: most * 10, units: { '%': 0 } });

/** Whole metres up to `most`, in mm. */
export const metres = (most: number): ReadCell => {
	const read = numberOf(metresOf(most));
	return (cell, language) => {
		const given = read(cell, language);
		return given.ok ? right(Number(given.value) * 1000) : given;
	};
};

/** A floor, as a number or as papers write it: `T`, `S1`, `1°`. */
export const floor: ReadCell = (cell, language) =>
	isFloorInWords(cell) ? wrong('cell-floor-in-words') : whole(-5, 60)(floorNumber(cell), language);

const YES = new Set(['si', 's', 'x', '1', '✓', '✔', 'vero', 'yes', 'y', 'true']);
const NO = new Set(['no', 'n', '0', 'falso', 'false']);

/** `sì` in any of its spellings (`SI'`, `Si`), `no`, and what spreadsheets make of them. */
export const yesOrNo: ReadCell = (cell) => {
	const answer = plainSigns(cell)
		.toLowerCase()
		.normalize('NFD')
		.replaceAll(/[\p{M}'.]/gu, '');
	if (YES.has(answer)) return right(true);
	return NO.has(answer) ? right(false) : wrong(isFormula(cell) ? 'cell-formula' : 'cell-not-yes-or-no');
};

/** A day of the past or today, as ISO text. */
export const pastDay =
	(today: string): ReadCell =>
	(cell) => {
		const read = readDay(cell, today);
		if (read === 'short-year') return wrong('cell-short-year');
		if (read === null) return wrong('cell-not-date');
		return read > today ? wrong('cell-date-in-future') : right(read);
	};

export const energyClass: ReadCell = (cell) => {
	const written = plainSigns(cell)
		.toUpperCase()
		.replace(/^CLASSE? /, '')
		.replaceAll(' ', '');
	return /^(A[1-4]?|[B-G])$/.test(written) ? right(written) : wrong('cell-not-energy-class');
};

/** One of `known`, by any of its names, whatever the case and the accents; the value is its id. */
export const oneOf =
	(known: ReadonlyMap<string, string>, unknown: CellProblem, plain: (text: string) => string): ReadCell =>
	(cell) => {
		const id = known.get(plain(cell));
		return id === undefined ? wrong(isFormula(cell) ? 'cell-formula' : unknown) : right(id);
	};
