import { entryFor, type MarketColumns } from './market';
import { packKeys } from './pack-keys';
import { radixSort, rowsOf, type SortRecords } from './radix-sort';
import { rowsByList } from './rows-by-list';

/** With fewer rows, a plain comparison is faster than counting digits. */
const FEW = 48;

/** Compares two applications: negative when the first stands before the second. */
type Compare = (a: number, b: number) => number;

/**
 * The order of every list over the applications that take part and have keys for it: keys descending from left to
 * right, then ticket ascending, then id ascending. All dwellings of a list share it, except for their set-asides.
 * @returns per list, application numbers, best first
 */
export function orderLists(market: MarketColumns): Int32Array[] {
	const { start, rows, keysAt } = rowsByList(market);
	return Array.from({ length: market.listCount }, (_, list) => {
		const [from, to] = [start[list]!, start[list + 1]!];
		return orderList(market, list, rows.subarray(from, to), keysAt.subarray(from, to));
	});
}

function orderList(market: MarketColumns, list: number, rows: Int32Array, keysAt: Int32Array): Int32Array {
	const { keys, entryKeys, ticketHigh, ticketLow } = market;
	const keyCount = market.keyCount[list]!;
	const byTicket: Compare = (a, b) => ticketHigh[a]! - ticketHigh[b]! || ticketLow[a]! - ticketLow[b]! || a - b;
	const byKeys: Compare = (a, b) => {
		const x = entryKeys[entryFor(market, a, list)]!;
		const y = entryKeys[entryFor(market, b, list)]!;
		for (let k = 0; k < keyCount; k++) {
			const difference = keys[y + k]! - keys[x + k]!;
			if (difference !== 0) return difference;
		}
		return byTicket(a, b);
	};
	// Stryker disable next-line ConditionalExpression,EqualityOperator,BlockStatement: both ways give the same order
	if (rows.length < FEW) {
		const few = rows.slice();
		sortRun(few, 0, few.length, byKeys);
		return few;
	}
	const packed = packKeys(market, rows, keysAt, keyCount);
	const sorted = radixSort(packed);
	const order = rowsOf(sorted);
	const compare = packed.allKeys ? byTicket : byKeys;
	forEachRun(sorted, (start, end) => {
		// Stryker disable next-line EqualityOperator,ArithmeticOperator: both ways give the same order
		if (packed.allKeys && end - start >= FEW) sortByTicket(market, order.subarray(start, end), compare);
		else sortRun(order, start, end, compare);
	});
	return order;
}

/**
 * Sorts many rows with equal keys, such as those of a list without keys. Their tickets decide, so they are sorted as
 * numbers too.
 */
function sortByTicket({ ticketHigh, ticketLow }: MarketColumns, run: Int32Array, compare: Compare): void {
	const words = new Uint32Array(run.length * 3);
	for (let i = 0; i < run.length; i++) {
		words[3 * i] = run[i]!;
		words[3 * i + 1] = ticketLow[run[i]!]!;
		words[3 * i + 2] = ticketHigh[run[i]!]!;
	}
	const sorted = radixSort({ words, width: 3 });
	run.set(rowsOf(sorted));
	forEachRun(sorted, (start, end) => sortRun(run, start, end, compare));
}

/**
 * Calls `act` for every run of at least two rows whose numbers are equal, because the numbers do not decide their
 * order.
 */
function forEachRun({ words, width }: SortRecords, decide: (start: number, end: number) => void): void {
	let first = 0;
	for (let at = width; at <= words.length; at += width) {
		const same = at < words.length && words[at + 1] === words[first + 1];
		if (same && (width === 2 || words[at + 2] === words[first + 2])) continue;
		if (at - first > width) decide(first / width, at / width);
		first = at;
	}
}

/** Sorts part of the rows by comparing them. Most runs are short, and short runs are sorted by insertion. */
function sortRun(rows: Int32Array, start: number, end: number, compare: Compare): void {
	// Stryker disable next-line ConditionalExpression,EqualityOperator,ArithmeticOperator,BlockStatement: the same order
	if (end - start > FEW) {
		rows.subarray(start, end).sort(compare);
		return;
	}
	for (let i = start + 1; i < end; i++) {
		const row = rows[i]!;
		let hole = i;
		for (; hole > start && compare(rows[hole - 1]!, row) > 0; hole--) rows[hole] = rows[hole - 1]!;
		rows[hole] = row;
	}
}
