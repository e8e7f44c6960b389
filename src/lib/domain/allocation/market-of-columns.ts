import type { Rows } from './column';
import type { MarketColumns } from './market';
import type { RoundColumns } from './round-columns';
import { rowsByName } from './rows-by-name';
import { sortRows } from './sort-rows';
import { drawTickets, type Tickets } from './tickets';

/**
 * Numbers a valid round's dwellings and applications in the byte order of their ids, and replaces every reference by
 * the number. The market takes over the memory of the columns, which must not be used afterwards.
 * @param tickets in the byte order of the ids, when they are already known; otherwise they are drawn
 * @throws when a reference has no row, which `checkColumns` reports with its place
 */
export function marketOf(columns: RoundColumns, tickets?: Tickets): MarketColumns {
	const { names, quotas, notice, beacon } = columns;
	const supply = sortRows(names.dwelling, columns.dwellings.id.read());
	const demand = sortRows(names.application, columns.applications.id.read());
	const dwellingNumber = numbersByName(rowsByName(names.dwelling, columns.dwellings.id.read()), supply.order);
	const applicationNumber = numbersByName(rowsByName(names.application, columns.applications.id.read()), demand.order);
	const entries = entryColumns(columns, demand.order);
	// Tickets are compared after keys. If no application has keys, as in a public file, no ticket is drawn.
	const drawnFor = entries.entryList.length > 0 ? demand.names : [];
	const drawn = tickets ?? drawTickets(beacon, notice, drawnFor);
	return {
		...dwellingColumns(columns, supply.order, applicationNumber),
		...applicationColumns(columns, demand.order, dwellingNumber),
		...entries,
		quotas,
		applications: demand.names,
		dwellings: supply.names,
		categories: names.category,
		lists: names.list,
		listCount: names.list.length,
		ticketHigh: drawn.high,
		ticketLow: drawn.low
	};
}

/** Per name: the number of its row in this order (null: the order in which the rows are). */
function numbersByName(rows: Int32Array, order: Int32Array | null): Int32Array {
	if (order === null) return rows;
	const numbers = new Int32Array(order.length);
	for (let number = 0; number < order.length; number++) numbers[order[number]!] = number;
	return rows.map((row) => (row < 0 ? row : numbers[row]!));
}

function dwellingColumns({ dwellings }: RoundColumns, order: Int32Array | null, applicationNumber: Int32Array) {
	const setAside = reorder(dwellings.setAside.read(), order);
	const explicit = renumber(reorder(dwellings.order.read(), order), applicationNumber);
	const ordered = inOrder(dwellings.ordered.read(), order);
	return {
		capacity: inOrder(dwellings.capacity.read(), order),
		listOf: inOrder(dwellings.list.read(), order),
		setAsideStart: setAside.start,
		setAside: setAside.values,
		exclusive: inOrder(dwellings.exclusive.read(), order),
		explicitOrder: Array.from(ordered, (given, dwelling) =>
			given === 1 ? explicit.values.subarray(explicit.start[dwelling], explicit.start[dwelling + 1]) : null
		)
	};
}

function applicationColumns({ applications }: RoundColumns, order: Int32Array | null, dwellingNumber: Int32Array) {
	const choices = renumber(reorder(applications.choices.read(), order), dwellingNumber);
	const memberships = reorder(applications.categories.read(), order);
	return {
		active: inOrder(applications.withdrawn.read(), order).map((withdrawn) => 1 - withdrawn),
		frozenAt: inOrder(applications.frozen.read(), order).map((name) => (name < 0 ? -1 : dwellingNumber[name]!)),
		choiceStart: choices.start,
		choices: choices.values,
		membershipStart: memberships.start,
		memberships: memberships.values
	};
}

function entryColumns({ names, applications }: RoundColumns, order: Int32Array | null) {
	const lists = applications.lists.read();
	const keysAt = applications.keysAt.read();
	const keyCount = new Int32Array(names.list.length);
	for (let i = 0; i < lists.values.length; i++) keyCount[lists.values[i]!] = keysAt[i + 1]! - keysAt[i]!;
	const entries = reorder(lists, order);
	return {
		entryStart: entries.start,
		entryList: entries.values,
		entryKeys: reorder({ start: lists.start, values: keysAt }, order).values,
		keys: applications.keys.read(),
		keyCount
	};
}

function inOrder<Values extends Int32Array | Float64Array | Uint8Array>(
	values: Values,
	order: Int32Array | null
): Values {
	return order === null ? values : (values.map((_, number) => values[order[number]!]!) as Values);
}

function reorder({ start, values }: Rows, order: Int32Array | null): Rows {
	if (order === null) return { start, values };
	const sorted = { start: new Int32Array(start.length), values: new Int32Array(start[order.length]!) };
	let at = 0;
	for (let number = 0; number < order.length; number++) {
		const row = order[number]!;
		for (let i = start[row]!; i < start[row + 1]!; i++) sorted.values[at++] = values[i]!;
		sorted.start[number + 1] = at;
	}
	return sorted;
}

/** Replaces the values in place. */
function renumber(rows: Rows, numbers: Int32Array): Rows {
	const { values } = rows;
	for (let i = 0; i < values.length; i++) {
		const number = numbers[values[i]!]!;
		if (number < 0) throw new Error('an unknown id');
		values[i] = number;
	}
	return rows;
}
