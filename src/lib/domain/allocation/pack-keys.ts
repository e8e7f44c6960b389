import type { MarketColumns } from './market';
import type { SortRecords } from './radix-sort';

/** The bits of the first number compared: 53, as many as an integer in a JavaScript number has. */
const BITS = 53;
/** The bits of a word. A full word costs the sort little and decides more. */
const WORD_BITS = 32;
const WORD = 2 ** WORD_BITS;

/** Rows with the numbers to sort them by. `allKeys`: all keys fit, so rows with equal numbers have equal keys. */
export interface PackedKeys extends SortRecords {
	readonly allKeys: boolean;
}

/**
 * One number per row. Its ascending order agrees with the order of the list as far as the number reaches. It holds as
 * many leading keys as fit, each as its distance from the greatest value of its column; if all keys fit, also leading
 * bits of the ticket. The order of rows with the same number is still open, so the number is a correct prefix for any
 * keys, however large.
 * @param rows the applications to order
 * @param keysAt where the keys of each row begin in the market's `keys`
 */
export function packKeys(market: MarketColumns, rows: Int32Array, keysAt: Int32Array, keyCount: number): PackedKeys {
	const { keys, ticketHigh } = market;
	const { greatest, scales, used, allKeys } = fittingKeys(keys, keysAt, keyCount);
	const ticketBits = allKeys ? (used <= WORD_BITS ? WORD_BITS : BITS) - used : 0;
	const [ticketScale, unused] = [2 ** ticketBits, WORD_BITS - ticketBits];
	const width = used + ticketBits > WORD_BITS ? 3 : 2;
	const words = new Uint32Array(rows.length * width);
	for (let i = 0, record = 0; i < rows.length; i++, record += width) {
		const at = keysAt[i]!;
		let packed = 0;
		for (let k = 0; k < scales.length; k++) packed = packed * scales[k]! + (greatest[k]! - keys[at + k]!);
		if (ticketBits > 0) packed = packed * ticketScale + (ticketHigh[rows[i]!]! >>> unused);
		words[record] = rows[i]!;
		if (width === 2) {
			words[record + 1] = packed;
		} else {
			const high = Math.floor(packed / WORD);
			words[record + 1] = packed - high * WORD;
			words[record + 2] = high;
		}
	}
	return { words, width, allKeys };
}

/** The leading keys that fit, each with its greatest value and the number of values it may take. */
function fittingKeys(keys: Float64Array, keysAt: Int32Array, keyCount: number) {
	const { least, greatest } = ranges(keys, keysAt, keyCount);
	const scales: number[] = [];
	let used = 0;
	for (let k = 0; k < keyCount; k++) {
		const bits = bitsFor(greatest[k]! - least[k]!);
		if (used + bits > BITS) break;
		used += bits;
		scales.push(2 ** bits);
	}
	return { greatest, scales: Float64Array.from(scales), used, allKeys: scales.length === keyCount };
}

function ranges(keys: Float64Array, keysAt: Int32Array, keyCount: number) {
	const least = new Float64Array(keyCount).fill(Infinity);
	const greatest = new Float64Array(keyCount).fill(-Infinity);
	for (let i = 0; i < keysAt.length; i++) {
		for (let k = 0; k < keyCount; k++) {
			const key = keys[keysAt[i]! + k]!;
			if (key < least[k]!) least[k] = key;
			if (key > greatest[k]!) greatest[k] = key;
		}
	}
	return { least, greatest };
}

/** Bits for the integers 0 to `span`; more than fit (54) when the span is too large to be an exact number. */
function bitsFor(span: number): number {
	let bits = 0;
	while (2 ** bits <= span) bits++;
	return bits;
}
