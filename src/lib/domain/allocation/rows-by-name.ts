import type { NameTable } from './names';

/** Per name: the row whose id it is, or -1. */
export function rowsByName(names: NameTable, ids: Int32Array): Int32Array {
	const rows = new Int32Array(names.length).fill(-1);
	for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row;
	return rows;
}
