import type { Names, NameTable } from './names';

/** Rows sorted by the bytes of their ids. */
export interface SortedRows {
	/** The rows in order; null when they are already sorted. */
	readonly order: Int32Array | null;
	/** Their ids, in order. */
	readonly names: Names;
}

/** @param ids per row: the number of its id */
export function sortRows(names: NameTable, ids: Int32Array): SortedRows {
	if (areAscending(names, ids)) return { order: null, names: names.pick(ids) };
	const order = Int32Array.from(ids.keys()).sort((a, b) => names.compare(ids[a]!, ids[b]!));
	return { order, names: names.pick(order.map((row) => ids[row]!)) };
}

function areAscending(names: NameTable, ids: Int32Array): boolean {
	for (let row = 1; row < ids.length; row++) if (names.compare(ids[row - 1]!, ids[row]!) >= 0) return false;
	return true;
}
