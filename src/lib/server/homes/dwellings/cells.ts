/** How a cell is read: its value, or what is wrong with it. An empty cell never gets here: it means unknown. */
export type CellProblem =
	| 'cell-formula'
	| 'cell-too-long'
	| 'cell-not-number'
	| 'cell-not-whole'
	| 'cell-out-of-range'
	| 'cell-not-yes-or-no'
	| 'cell-not-date'
	| 'cell-date-in-future'
	| 'cell-not-code'
	| 'cell-not-energy-class'
	| 'cell-owner-unknown'
	| 'cell-operation-unknown'
	| 'cell-empty'
	| 'cell-repeated-code'
	| 'cell-other-building'
	| 'cell-date-order'
	| 'cell-promised';

export type Cell = { ok: true; value: string | number | boolean } | { ok: false; problem: CellProblem };
export type ReadCell = (cell: string) => Cell;

const wrong = (problem: CellProblem): Cell => ({ ok: false, problem });
const right = (value: string | number | boolean): Cell => ({ ok: true, value });

/** Words of at most `longest` characters. One that begins like a formula is refused: a spreadsheet would run it. */
export const words =
	(longest: number): ReadCell =>
	(cell) => {
		if (/^[=+\-@]/.test(cell)) return wrong('cell-formula');
		return cell.length > longest ? wrong('cell-too-long') : right(cell.normalize('NFC'));
	};

/** A code of the register: letters, digits, `-`, `_`, `.` and `/`. */
export const code: ReadCell = (cell) => {
	if (/^[=+\-@]/.test(cell)) return wrong('cell-formula');
	return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(cell) ? right(cell.normalize('NFC')) : wrong('cell-not-code');
};

/** A whole number from `least` to `most`. */
export const whole =
	(least: number, most: number): ReadCell =>
	(cell) => {
		if (!/^-?\d{1,9}$/.test(cell)) return wrong(/^[=+@]/.test(cell) ? 'cell-formula' : 'cell-not-whole');
		const value = Number(cell);
		return value < least || value > most ? wrong('cell-out-of-range') : right(value);
	};

/**
 * A positive number (or, with `least` 0, nought) with at most `decimals` decimals, as Italians write it (`1.250,50`) or as machines do (`1250.50`),
 * in units of the last decimal: with two decimals `58,5` is 5850.
 */
export const decimal =
	(decimals: 1 | 2, most: number, least: 0 | 1 = 1): ReadCell =>
	(cell) => {
		const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(cell) ? cell.replaceAll('.', '') : cell;
		const parts = /^(\d{1,9})(?:[.,](\d+))?$/.exec(plain);
		if (!parts) return wrong(/^[=+@]/.test(cell) ? 'cell-formula' : 'cell-not-number');
		const fraction = (parts[2] ?? '').replace(/0+$/, '');
		if (fraction.length > decimals) return wrong('cell-not-number');
		const value = Number(parts[1]!) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'));
		return value < least || value > most * 10 ** decimals ? wrong('cell-out-of-range') : right(value);
	};

/** Whole metres up to `most`, in mm. */
export const metres =
	(most: number): ReadCell =>
	(cell) => {
		const read = whole(0, most)(cell);
		return read.ok ? right(Number(read.value) * 1000) : read;
	};

const YES = new Set(['si', 'sì', 's', 'x', '1', 'vero', 'yes', 'y', 'true']);
const NO = new Set(['no', 'n', '0', 'falso', 'false']);

export const yesOrNo: ReadCell = (cell) => {
	const answer = cell.normalize('NFC').toLowerCase();
	if (YES.has(answer)) return right(true);
	return NO.has(answer) ? right(false) : wrong(/^[=+\-@]/.test(cell) ? 'cell-formula' : 'cell-not-yes-or-no');
};

/** A day of the past or today: `31/12/2025` or `2025-12-31`, as ISO text. */
export const pastDay =
	(today: string): ReadCell =>
	(cell) => {
		const italian = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
		const iso = italian ? `${italian[3]}-${italian[2]!.padStart(2, '0')}-${italian[1]!.padStart(2, '0')}` : cell;
		if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || !exists(iso)) return wrong('cell-not-date');
		return iso > today ? wrong('cell-date-in-future') : right(iso);
	};

const exists = (iso: string) => {
	const moment = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) && iso >= '1900-01-01';
};

export const energyClass: ReadCell = (cell) => {
	const written = cell.toUpperCase();
	return /^(A[1-4]?|[B-G])$/.test(written) ? right(written) : wrong('cell-not-energy-class');
};

/** One of `known`, by any of its names, whatever the case and the accents; the value is its id. */
export const oneOf =
	(known: ReadonlyMap<string, string>, unknown: CellProblem, plain: (text: string) => string): ReadCell =>
	(cell) => {
		const id = known.get(plain(cell));
		return id === undefined ? wrong(/^[=+\-@]/.test(cell) ? 'cell-formula' : unknown) : right(id);
	};
