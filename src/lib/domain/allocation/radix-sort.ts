const DIGIT = 11;
const SIZE = 1 << DIGIT;
/** Shifts of the digits of one 32-bit word, least significant first. */
const SHIFTS = [0, DIGIT, 2 * DIGIT];

/** Rows to sort by a number of up to 64 bits, in two columns that the sort reorders together. */
export interface SortColumns {
	rows: Int32Array;
	low: Uint32Array;
	high: Uint32Array;
}

/**
 * Sorts ascending by (`high`, `low`), equal numbers keeping their order. Least significant digit first; a digit that
 * is the same in every row costs one read and no move. Time grows with the number of rows, not n log n.
 */
export function radixSort(columns: SortColumns): SortColumns {
	const length = columns.rows.length;
	let from = columns;
	let to: SortColumns = {
		rows: new Int32Array(length),
		low: new Uint32Array(length),
		high: new Uint32Array(length)
	};
	for (const word of ['low', 'high'] as const) {
		for (const shift of SHIFTS) {
			const starts = countDigits(from[word], shift);
			if (starts === null) continue;
			scatter(from, to, from[word], shift, starts);
			[from, to] = [to, from];
		}
	}
	return from;
}

/** Where each digit's rows begin, or null when all rows have the same digit. */
function countDigits(values: Uint32Array, shift: number): Int32Array | null {
	const counts = new Int32Array(SIZE);
	for (let i = 0; i < values.length; i++) counts[(values[i]! >>> shift) & (SIZE - 1)]!++;
	let sum = 0;
	for (let digit = 0; digit < SIZE; digit++) {
		const count = counts[digit]!;
		if (count === values.length) return null;
		counts[digit] = sum;
		sum += count;
	}
	return counts;
}

function scatter(from: SortColumns, to: SortColumns, digits: Uint32Array, shift: number, next: Int32Array): void {
	const { rows, low, high } = from;
	const { rows: toRows, low: toLow, high: toHigh } = to;
	for (let i = 0; i < rows.length; i++) {
		const at = next[(digits[i]! >>> shift) & (SIZE - 1)]!++;
		toRows[at] = rows[i]!;
		toLow[at] = low[i]!;
		toHigh[at] = high[i]!;
	}
}
