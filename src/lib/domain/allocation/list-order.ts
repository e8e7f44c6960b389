import type { Market } from './market';
import { packKeys } from './pack-keys';
import { radixSort, type SortColumns } from './radix-sort';

/** Below this many rows a plain comparison costs less than counting digits. */
const FEW = 48;

/**
 * The order of every list over the applications that take part and have keys for it: keys descending from left to
 * right, then ticket ascending, then id ascending. The same for every dwelling of the list, set-asides apart.
 * @returns per list, application numbers, best first
 */
export function orderLists(market: Market): Int32Array[] {
	const { start, rows, keysAt } = rowsByList(market);
	return Array.from({ length: market.listCount }, (_, list) => {
		const [from, to] = [start[list]!, start[list + 1]!];
		return orderList(market, rows.subarray(from, to), keysAt.subarray(from, to), market.keyCount[list]!);
	});
}

function orderList(market: Market, rows: Int32Array, keysAt: Int32Array, keyCount: number): Int32Array {
	const compare = (i: number, j: number) => {
		const x = keysAt[i]!;
		const y = keysAt[j]!;
		for (let k = 0; k < keyCount; k++) {
			const difference = market.keys[y + k]! - market.keys[x + k]!;
			if (difference !== 0) return difference;
		}
		return compareTickets(market, rows[i]!, rows[j]!) || i - j;
	};
	const positions = Int32Array.from(rows.keys());
	if (rows.length < FEW) return positions.sort(compare).map((i) => rows[i]!);
	const sorted = radixSort(packKeys(market, rows, keysAt, keyCount));
	decideRuns(sorted, compare);
	return sorted.rows.map((i) => rows[i]!);
}

/** Negative when the first application's ticket was drawn first. */
export function compareTickets(market: Market, a: number, b: number): number {
	return market.ticketHigh[a]! - market.ticketHigh[b]! || market.ticketLow[a]! - market.ticketLow[b]!;
}

/** The entries of active applications grouped by list: each one's application and where its keys begin. */
function rowsByList(market: Market) {
	const { entryStart, entryList, entryKeys, active } = market;
	const start = new Int32Array(market.listCount + 1);
	const each = (visit: (application: number, entry: number) => void) => {
		for (let application = 0; application < active.length; application++) {
			if (active[application] === 0) continue;
			for (let entry = entryStart[application]!; entry < entryStart[application + 1]!; entry++) {
				visit(application, entry);
			}
		}
	};
	each((_, entry) => start[entryList[entry]! + 1]!++);
	for (let list = 0; list < market.listCount; list++) start[list + 1]! += start[list]!;
	const next = start.slice();
	const rows = new Int32Array(start[market.listCount]!);
	const keysAt = new Int32Array(rows.length);
	each((application, entry) => {
		const at = next[entryList[entry]!]!++;
		rows[at] = application;
		keysAt[at] = entryKeys[entry]!;
	});
	return { start, rows, keysAt };
}

/** Sorts in place every run of rows whose packed numbers are equal, which the numbers therefore left undecided. */
function decideRuns({ rows, low, high }: SortColumns, compare: (i: number, j: number) => number): void {
	let start = 0;
	for (let i = 1; i <= rows.length; i++) {
		if (i < rows.length && low[i] === low[start] && high[i] === high[start]) continue;
		if (i - start > 1) rows.subarray(start, i).sort(compare);
		start = i;
	}
}
