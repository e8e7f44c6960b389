import type { Market } from './market';
import type { SortColumns } from './radix-sort';

/** What fits in front of a comparison: 53 bits, the integers a JavaScript number holds exactly. */
const BITS = 53;
const WORD = 2 ** 32;

/**
 * One number per row whose ascending order agrees with the order of a list as far as it goes: first as many leading
 * keys as fit, each as its distance from the column's greatest; then, if all keys fit, leading bits of the ticket.
 * Rows with the same number are not yet decided, so this is a correct prefix for any keys, however large.
 * @param rows the applications to order; the sorted rows are indexes into it
 * @param keysAt where the keys of each row begin in the market's `keys`
 */
export function packKeys(market: Market, rows: Int32Array, keysAt: Int32Array, keyCount: number): SortColumns {
	const packed = new Float64Array(rows.length);
	let free = BITS;
	let all = true;
	for (let column = 0; column < keyCount && all; column++) {
		const { least, greatest } = range(market.keys, keysAt, column);
		const bits = bitsFor(greatest - least);
		all = bits <= free;
		if (!all || bits === 0) continue;
		const scale = 2 ** bits;
		for (let i = 0; i < rows.length; i++) {
			packed[i] = packed[i]! * scale + (greatest - market.keys[keysAt[i]! + column]!);
		}
		free -= bits;
	}
	if (all) packTickets(packed, market.ticketHigh, rows, Math.min(free, 32));
	return split(packed);
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

/** Bits for the integers 0 to `span`; more than fit when the span itself is no exact number. */
function bitsFor(span: number): number {
	if (!(span > 0)) return 0;
	if (span > Number.MAX_SAFE_INTEGER) return Infinity;
	let bits = Math.floor(Math.log2(span)) + 1;
	// log2 rounds near powers of two.
	while (2 ** bits <= span) bits++;
	return bits;
}

function packTickets(packed: Float64Array, tickets: Uint32Array, rows: Int32Array, bits: number): void {
	if (bits === 0) return;
	const scale = 2 ** bits;
	for (let i = 0; i < rows.length; i++) {
		packed[i] = packed[i]! * scale + (tickets[rows[i]!]! >>> (32 - bits));
	}
}

function split(packed: Float64Array): SortColumns {
	const rows = Int32Array.from(packed.keys());
	const low = new Uint32Array(packed.length);
	const high = new Uint32Array(packed.length);
	for (let i = 0; i < packed.length; i++) {
		const value = packed[i]!;
		const upper = Math.floor(value / WORD);
		high[i] = upper;
		low[i] = value - upper * WORD;
	}
	return { rows, low, high };
}
