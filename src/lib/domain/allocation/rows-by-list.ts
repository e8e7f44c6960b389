import type { MarketColumns } from './market';

/**
 * The entries of applications that take part, grouped by list. Those of list l are `rows` (applications, ascending) and
 * `keysAt` (where each one's keys begin) from `start[l]` to `start[l + 1]`.
 */
export function rowsByList(market: MarketColumns) {
	if (market.listCount === 1) return rowsOfOnlyList(market);
	const { entryStart, entryList, entryKeys, active, listCount } = market;
	const start = new Int32Array(listCount + 1);
	for (let application = 0; application < active.length; application++) {
		const end = active[application] === 1 ? entryStart[application + 1]! : 0;
		for (let entry = entryStart[application]!; entry < end; entry++) start[entryList[entry]! + 1]!++;
	}
	for (let list = 0; list < listCount; list++) start[list + 1]! += start[list]!;
	const next = start.slice();
	const rows = new Int32Array(start[listCount]!);
	const keysAt = new Int32Array(rows.length);
	for (let application = 0; application < active.length; application++) {
		const end = active[application] === 1 ? entryStart[application + 1]! : 0;
		for (let entry = entryStart[application]!; entry < end; entry++) {
			const at = next[entryList[entry]!]!++;
			rows[at] = application;
			keysAt[at] = entryKeys[entry]!;
		}
	}
	return { start, rows, keysAt };
}

/** With one list there is nothing to group, and one walk is enough. */
function rowsOfOnlyList({ entryStart, entryKeys, active }: MarketColumns) {
	const rows = new Int32Array(entryKeys.length);
	const keysAt = new Int32Array(entryKeys.length);
	let count = 0;
	for (let application = 0; application < active.length; application++) {
		const end = active[application] === 1 ? entryStart[application + 1]! : 0;
		for (let entry = entryStart[application]!; entry < end; entry++) {
			rows[count] = application;
			keysAt[count++] = entryKeys[entry]!;
		}
	}
	return { start: Int32Array.of(0, count), rows: rows.subarray(0, count), keysAt: keysAt.subarray(0, count) };
}
