import { checkQuotas } from './check-quotas';
import type { Column, Rows } from './column';
import type { NameTable } from './names';
import type { RoundColumns } from './round-columns';
import { printable, quote, type RoundFault } from './round-refused';
import { rowsByName } from './rows-by-name';

/** Does what `checkRound` does, on columns. */
export function checkColumns(columns: RoundColumns): RoundFault | null {
	const { names, dwellings, applications } = columns;
	return (
		checkUnique(names.dwelling, dwellings.id, 'dwellings') ??
		checkUnique(names.application, applications.id, 'applications') ??
		checkDwellings(columns) ??
		checkApplications(columns) ??
		checkFrozen(columns) ??
		checkQuotas(columns)
	);
}

function checkUnique(names: NameTable, ids: Column<Int32Array>, table: string): RoundFault | null {
	const seen = new Uint8Array(names.length);
	const row = ids.read().findIndex((id) => seen[id]!++ > 0);
	return row < 0 ? null : { place: `${table}[${row}].id`, reason: `${quote(names.at(ids.read()[row]!)!)} is repeated` };
}

/** Finds a name that one list has twice, or a name without a row. */
class ListCheck {
	private readonly rows: Rows;
	/** Per name: the row of the list it was last seen in, plus one. */
	private readonly seenIn: Int32Array;

	/** @param known per name its row, or -1; and what the row would be, for the message */
	constructor(
		column: { read(): Rows },
		private readonly names: NameTable,
		private readonly known?: { readonly rows: Int32Array; readonly what: string }
	) {
		this.rows = column.read();
		this.seenIn = new Int32Array(names.length);
	}

	/** @param place called for the list's place when there is a fault */
	check(row: number, place: () => string): RoundFault | null {
		const { rows, seenIn, known, names } = this;
		const from = rows.start[row]!;
		const end = rows.start[row + 1]!;
		let unknown = -1;
		for (let i = from; i < end; i++) {
			const name = rows.values[i]!;
			if (seenIn[name] === row + 1) {
				return { place: `${place()}[${i - from}]`, reason: `${quote(names.at(name)!)} is repeated` };
			}
			seenIn[name] = row + 1;
			if (unknown < 0 && known && known.rows[name]! < 0) unknown = i;
		}
		if (unknown < 0) return null;
		const reason = `no ${known?.what} ${quote(names.at(rows.values[unknown]!)!)}`;
		return { place: `${place()}[${unknown - from}]`, reason };
	}
}

function checkDwellings({ names, dwellings, applications }: RoundColumns): RoundFault | null {
	const known = { rows: rowsByName(names.application, applications.id.read()), what: 'application' };
	const setAside = new ListCheck(dwellings.setAside, names.category);
	const order = new ListCheck(dwellings.order, names.application, known);
	const exclusive = dwellings.exclusive.read();
	const { start } = dwellings.setAside.read();
	for (let row = 0; row < exclusive.length; row++) {
		if (exclusive[row] === 1 && start[row] === start[row + 1]) {
			return { place: `dwellings[${row}].exclusive`, reason: 'exclusive needs "setAside"' };
		}
		const fault =
			setAside.check(row, () => `dwellings[${row}].setAside`) ?? order.check(row, () => `dwellings[${row}].order`);
		if (fault) return fault;
	}
	return null;
}

function checkApplications(columns: RoundColumns): RoundFault | null {
	const { names, dwellings, applications } = columns;
	const known = { rows: rowsByName(names.dwelling, dwellings.id.read()), what: 'dwelling' };
	const choices = new ListCheck(applications.choices, names.dwelling, known);
	const categories = new ListCheck(applications.categories, names.category);
	const keyCounts = new Int32Array(names.list.length).fill(-1);
	const [frozen, withdrawn] = [applications.frozen.read(), applications.withdrawn.read()];
	for (let row = 0; row < frozen.length; row++) {
		const at = frozen[row]!;
		const place = `applications[${row}].frozen`;
		if (at >= 0 && withdrawn[row] === 1) return { place, reason: 'frozen and withdrawn at once' };
		if (at >= 0 && known.rows[at]! < 0) return { place, reason: `no dwelling ${quote(names.dwelling.at(at)!)}` };
		const fault =
			choices.check(row, () => `applications[${row}].choices`) ??
			categories.check(row, () => `applications[${row}].categories`) ??
			checkKeys(columns, row, keyCounts);
		if (fault) return fault;
	}
	return null;
}

/** @param counts per list: how many keys each application so far has, -1 for none so far */
function checkKeys({ names, applications }: RoundColumns, row: number, counts: Int32Array): RoundFault | null {
	const { start, values } = applications.lists.read();
	const keysAt = applications.keysAt.read();
	for (let i = start[row]!; i < start[row + 1]!; i++) {
		const list = values[i]!;
		const count = keysAt[i + 1]! - keysAt[i]!;
		if (counts[list]! < 0) counts[list] = count;
		if (count === counts[list]) continue;
		const name = names.list.at(list)!;
		const reason = `${count} keys where others of list ${quote(name)} have ${counts[list]}`;
		return { place: `applications[${row}].keys.${printable(name)}`, reason };
	}
	return null;
}

function checkFrozen({ names, dwellings, applications }: RoundColumns): RoundFault | null {
	const rowOf = rowsByName(names.dwelling, dwellings.id.read());
	const free = dwellings.capacity.read().slice();
	const frozen = applications.frozen.read();
	for (let row = 0; row < frozen.length; row++) {
		const dwelling = frozen[row]!;
		if (dwelling < 0 || free[rowOf[dwelling]!]!-- > 0) continue;
		const reason = `dwelling ${quote(names.dwelling.at(dwelling)!)} has no place left to hold`;
		return { place: `applications[${row}].frozen`, reason };
	}
	return null;
}
