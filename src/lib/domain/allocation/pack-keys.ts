import type { MarketColumns } from './market';
import type { SortColumns } from './radix-sort';

/** What fits in front of a comparison: 53 bits, the integers a JavaScript number holds exactly. */
const BITS = 53;
/** Bits of a word; filling one up costs the sort little and leaves it little to decide. */
const WORD_BITS = 32;
const WORD = 2 ** WORD_BITS;

/** Numbers to sort by, and whether rows whose numbers are equal have all keys equal. */
export interface PackedKeys extends SortColumns {
	readonly allKeys: boolean;
}

/**
 * One number per row whose ascending order agrees with the order of a list as far as it goes: first as many leading
 * keys as fit, each as its distance from the column's greatest; then, if all keys fit, leading bits of the ticket.
 * Rows with the same number are not yet decided, so this is a correct prefix for any keys, however large.
 * @param rows the applications to order; the rows to sort are indexes into it
 * @param keysAt where the keys of each row begin in the market's `keys`
 */
export function packKeys(market: MarketColumns, rows: Int32Array, keysAt: Int32Array, keyCount: number): PackedKeys {
	const { keys } = market;
	const packed = new Float64Array(rows.length);
	let used = 0;
	let allKeys = true;
	for (let column = 0; column < keyCount && allKeys; column++) {
		const { least, greatest } = range(keys, keysAt, column);
		const bits = bitsFor(greatest - least);
		allKeys = used + bits <= BITS;
		if (!allKeys || bits === 0) continue;
		const scale = 2 ** bits;
		for (let i = 0; i < packed.length; i++) {
			packed[i] = packed[i]! * scale + (greatest - keys[keysAt[i]! + column]!);
		}
		used += bits;
	}
	if (allKeys) packTickets(packed, market.ticketHigh, rows, used);
	return { ...split(packed, used > WORD_BITS), allKeys };
}

function range(keys: Float64Array, keysAt: Int32Array, column: number) {
	let least = Infinity;
	let greatest = -Infinity;
	for (let i = 0; i < keysAt.length; i++) {
		const key = keys[keysAt[i]! + column]!;
		if (key < least) least = key;
		if (key > greatest) greatest = key;
	}
	return { least, greatest };
}

/** Bits for the integers 0 to `span`; more than fit (54) when the span is too large to be an exact number. */
function bitsFor(span: number): number {
	if (!(span > 0)) return 0;
	let bits = Math.floor(Math.log2(span)) + 1;
	// log2 rounds near powers of two.
	while (2 ** bits <= span) bits++;
	return bits;
}

/** As many leading bits of the ticket as the last word has left. */
function packTickets(packed: Float64Array, tickets: Uint32Array, rows: Int32Array, used: number): void {
	const bits = used <= WORD_BITS ? WORD_BITS - used : BITS - used;
	if (bits === 0) return;
	const scale = 2 ** bits;
	for (let i = 0; i < packed.length; i++) {
		packed[i] = packed[i]! * scale + (tickets[rows[i]!]! >>> (WORD_BITS - bits));
	}
}

function split(packed: Float64Array, twoWords: boolean): SortColumns {
	const rows = new Int32Array(packed.length);
	const low = new Uint32Array(packed.length);
	const high = twoWords ? new Uint32Array(packed.length) : null;
	for (let i = 0; i < packed.length; i++) {
		const value = packed[i]!;
		const upper = high === null ? 0 : Math.floor(value / WORD);
		if (high !== null) high[i] = upper;
		rows[i] = i;
		low[i] = value - upper * WORD;
	}
	return { rows, low, high };
}
