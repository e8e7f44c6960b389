const DIGIT = 11;
const SIZE = 1 << DIGIT;
const MASK = SIZE - 1;
/** Digits of one 32-bit word, least significant first. */
const DIGITS = 3;

/** Rows to sort by a number of up to 64 bits, in columns that the sort reorders together; no `high`, no upper half. */
export interface SortColumns {
	readonly rows: Int32Array;
	readonly low: Uint32Array;
	readonly high: Uint32Array | null;
}

/**
 * Sorts ascending by (`high`, `low`), equal numbers keeping their order. Least significant digit first; a digit that
 * is the same in every row costs one read and no move. Time grows with the number of rows, not n log n.
 * The columns given are used as room to sort in.
 */
export function radixSort(columns: SortColumns): SortColumns {
	const length = columns.rows.length;
	let from = columns;
	let to: SortColumns = {
		rows: new Int32Array(length),
		low: new Uint32Array(length),
		high: columns.high && new Uint32Array(length)
	};
	for (const word of ['low', 'high'] as const) {
		const values = from[word];
		if (values === null) continue;
		const counts = countDigits(values);
		for (let digit = 0; digit < DIGITS; digit++) {
			const next = counts.subarray(digit * SIZE, (digit + 1) * SIZE);
			if (!toStarts(next, length)) continue;
			scatter(from, to, from[word]!, digit * DIGIT, next);
			[from, to] = [to, from];
		}
	}
	return from;
}

/** How often each digit occurs: all digits of the word in one read. */
function countDigits(values: Uint32Array): Int32Array {
	const counts = new Int32Array(DIGITS * SIZE);
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		counts[value & MASK]!++;
		counts[SIZE + ((value >>> DIGIT) & MASK)]!++;
		counts[2 * SIZE + (value >>> (2 * DIGIT))]!++;
	}
	return counts;
}

/** Turns counts into where each digit's rows begin; false when all rows have the same digit. */
function toStarts(counts: Int32Array, length: number): boolean {
	let sum = 0;
	for (let digit = 0; digit < SIZE; digit++) {
		const count = counts[digit]!;
		if (count === length) return false;
		counts[digit] = sum;
		sum += count;
	}
	return true;
}

function scatter(from: SortColumns, to: SortColumns, digits: Uint32Array, shift: number, next: Int32Array): void {
	const { rows, low, high } = from;
	const { rows: toRows, low: toLow, high: toHigh } = to;
	for (let i = 0; i < rows.length; i++) {
		const digit = (digits[i]! >>> shift) & MASK;
		const at = next[digit]!;
		next[digit] = at + 1;
		toRows[at] = rows[i]!;
		toLow[at] = low[i]!;
		if (high !== null && toHigh !== null) toHigh[at] = high[i]!;
	}
}
