import type { Rows } from './column';
import type { Names } from './names';
import type { Round, RoundApplication, RoundDwelling } from './round';
import type { RoundColumns } from './round-columns';

/** The round as objects, without its defaults. */
export function roundOf(columns: RoundColumns): Round {
	const { notice, beacon, names, quotas } = columns;
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellingsOf(columns),
		applications: applicationsOf(columns),
		...(quotas.length > 0 && {
			quotas: quotas.map((quota) => ({ ...quota, category: names.category.at(quota.category)! }))
		})
	};
}

function dwellingsOf({ names, dwellings }: RoundColumns): RoundDwelling[] {
	const [list, capacity, exclusive] = [dwellings.list.read(), dwellings.capacity.read(), dwellings.exclusive.read()];
	const [setAside, ordered, order] = [dwellings.setAside.read(), dwellings.ordered.read(), dwellings.order.read()];
	return Array.from(dwellings.id.read(), (id, row) => ({
		id: names.dwelling.at(id)!,
		list: names.list.at(list[row]!)!,
		...(capacity[row] !== 1 && { capacity: capacity[row]! }),
		...(isAny(setAside, row) && { setAside: textsOf(setAside, row, names.category) }),
		...(exclusive[row] === 1 && { exclusive: true }),
		...(ordered[row] === 1 && { order: textsOf(order, row, names.application) })
	}));
}

function applicationsOf(columns: RoundColumns): RoundApplication[] {
	const { names, applications } = columns;
	const [choices, categories, lists] = [
		applications.choices.read(),
		applications.categories.read(),
		applications.lists.read()
	];
	const [frozen, withdrawn] = [applications.frozen.read(), applications.withdrawn.read()];
	return Array.from(applications.id.read(), (id, row) => ({
		id: names.application.at(id)!,
		choices: textsOf(choices, row, names.dwelling),
		...(isAny(categories, row) && { categories: textsOf(categories, row, names.category) }),
		...(isAny(lists, row) && { keys: keysOf(columns, lists, row) }),
		...(frozen[row]! >= 0 && { frozen: names.dwelling.at(frozen[row]!)! }),
		...(withdrawn[row] === 1 && { withdrawn: true })
	}));
}

function keysOf({ names, applications }: RoundColumns, { start, values }: Rows, row: number) {
	// Without a prototype, a list called "__proto__" is a list like any other.
	const keys: Record<string, readonly number[]> = Object.create(null);
	const [at, all] = [applications.keysAt.read(), applications.keys.read()];
	for (let i = start[row]!; i < start[row + 1]!; i++) {
		keys[names.list.at(values[i]!)!] = Array.from(all.subarray(at[i], at[i + 1]));
	}
	return keys;
}

function isAny({ start }: Rows, row: number): boolean {
	return start[row + 1]! > start[row]!;
}

function textsOf({ start, values }: Rows, row: number, names: Names): string[] {
	return Array.from(values.subarray(start[row], start[row + 1]), (name) => names.at(name)!);
}
