const DIGIT = 11;
const SIZE = 1 << DIGIT;
const MASK = SIZE - 1;
/** The digits of a 32-bit word, least significant first. */
const DIGITS = 3;

/**
 * Rows to sort by a number. They lie end to end as records: the row, the lower 32 bits of its number and, if the number
 * has more, the upper 32. So moving a record touches one place in memory.
 */
export interface SortRecords {
	readonly words: Uint32Array;
	/** The words of a record: 2 or 3. */
	readonly width: number;
}

/**
 * Sorts by number, ascending. Equal numbers keep their order. It goes digit by digit, least significant first; a digit
 * that is the same in every row costs one read and no move. Time grows with the number of rows, not n log n. The
 * records given are overwritten.
 */
export function radixSort({ words, width }: SortRecords): SortRecords {
	const length = words.length / width;
	let from = words;
	let to: Uint32Array = new Uint32Array(words.length);
	for (let word = 1; word < width; word++) {
		const counts = countDigits(from, width, word);
		for (let digit = 0; digit < DIGITS; digit++) {
			const next = counts.subarray(digit * SIZE, (digit + 1) * SIZE);
			if (!toStarts(next, length, width)) continue;
			if (width === 2) scatterPairs(from, to, digit * DIGIT, next);
			else scatterTriples(from, to, word, digit * DIGIT, next);
			[from, to] = [to, from];
		}
	}
	return { words: from, width };
}

/** The rows of the records, in their order. */
export function rowsOf({ words, width }: SortRecords): Int32Array {
	const rows = new Int32Array(words.length / width);
	for (let i = 0, at = 0; i < rows.length; i++, at += width) rows[i] = words[at]!;
	return rows;
}

/** Counts how often each digit occurs, for all digits of the word in one read. */
function countDigits(words: Uint32Array, width: number, word: number): Int32Array {
	const counts = new Int32Array(DIGITS * SIZE);
	for (let at = word; at < words.length; at += width) {
		const value = words[at]!;
		counts[value & MASK]!++;
		counts[SIZE + ((value >>> DIGIT) & MASK)]!++;
		counts[2 * SIZE + (value >>> (2 * DIGIT))]!++;
	}
	return counts;
}

/**
 * Replaces the counts by the position at which each digit's records begin. Returns false when all records have the same
 * digit.
 */
function toStarts(counts: Int32Array, length: number, width: number): boolean {
	let sum = 0;
	for (let digit = 0; digit < SIZE; digit++) {
		const count = counts[digit]!;
		if (count === length) return false;
		counts[digit] = sum;
		sum += count * width;
	}
	return true;
}

function scatterPairs(from: Uint32Array, to: Uint32Array, shift: number, next: Int32Array): void {
	for (let i = 0; i < from.length; i += 2) {
		const low = from[i + 1]!;
		const digit = (low >>> shift) & MASK;
		const at = next[digit]!;
		next[digit] = at + 2;
		to[at] = from[i]!;
		to[at + 1] = low;
	}
}

function scatterTriples(from: Uint32Array, to: Uint32Array, word: number, shift: number, next: Int32Array): void {
	for (let i = 0; i < from.length; i += 3) {
		const digit = (from[i + word]! >>> shift) & MASK;
		const at = next[digit]!;
		next[digit] = at + 3;
		to[at] = from[i]!;
		to[at + 1] = from[i + 1]!;
		to[at + 2] = from[i + 2]!;
	}
}
