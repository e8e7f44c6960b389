import { orderByBytes } from '../allocation/byte-order';
import { RowsColumn } from '../allocation/column';
import type { Market } from '../allocation/market';
import { Numbering } from '../allocation/numbering';
import { drawTickets, type Tickets } from '../allocation/tickets';
import type { OfferedDwelling, RequestColumns } from './request-columns';
import type { RequestedRound } from './rows-of-requests';

/**
 * The market of a notice's first round, directly from its columns. It is the market that `buildMarket` makes of the
 * rows, without making the rows. Only the keys are stored in another way: once for each request, whatever the number of
 * lists.
 * @param tickets in the byte order of the pseudonyms, when they are already known; otherwise they are drawn
 */
export function marketOfRequests(round: RequestedRound, tickets?: Tickets): Market {
	const { notice, beacon, requests } = round;
	const supply = orderByBytes(round.dwellings.map(({ id }) => id));
	const demand = orderByBytes(requests.pseudonyms);
	const names = { categories: new Numbering(), lists: new Numbering() };
	const dwellings = supply.map((place) => round.dwellings[place]!);
	const supplied = supplyColumns(dwellings, names);
	const wished = wishColumns(requests, demand, numbersOf(supply), supplied.listOf);
	const applications = demand.map((request) => requests.pseudonyms[request]!);
	const drawn = tickets ?? drawTickets(beacon, notice, wished.entryList.length > 0 ? applications : []);
	return {
		...supplied,
		...wished,
		...membershipColumns(requests, demand, names.categories),
		quotas: round.quotas.map((quota) => ({ ...quota, category: names.categories.add(quota.category) })),
		applications,
		dwellings: dwellings.map(({ id }) => id),
		categories: textsOf(names.categories),
		lists: textsOf(names.lists),
		listCount: names.lists.length,
		active: activeIn(requests, demand),
		frozenAt: new Int32Array(demand.length).fill(-1),
		keys: requests.keys,
		keyCount: new Int32Array(names.lists.length).fill(keysOfEach(requests)),
		ticketHigh: drawn.high,
		ticketLow: drawn.low
	};
}

function supplyColumns(dwellings: readonly OfferedDwelling[], names: { categories: Numbering; lists: Numbering }) {
	const setAside = rowsOf(dwellings, (one) => one.setAside.map((category) => names.categories.add(category)));
	return {
		capacity: new Float64Array(dwellings.length).fill(1),
		listOf: Int32Array.from(dwellings, ({ list }) => names.lists.add(list)),
		setAsideStart: setAside.start,
		setAside: setAside.values,
		exclusive: Uint8Array.from(dwellings, ({ exclusive }) => (exclusive ? 1 : 0)),
		explicitOrder: dwellings.map(() => null)
	};
}

/** The wishes, and the lists that they belong to with the keys there, in the order of the applications. */
function wishColumns(requests: RequestColumns, demand: readonly number[], numbers: Int32Array, listOf: Int32Array) {
	const [wishes, entries, keys] = [new RowsColumn(), new RowsColumn(), new RowsColumn()];
	const lastAsked = new Int32Array(listOf.length).fill(-1);
	for (const request of demand) {
		for (let at = requests.choiceStart[request]!; at < requests.choiceStart[request + 1]!; at++) {
			const dwelling = numbers[requests.choices[at]!]!;
			const list = listOf[dwelling]!;
			wishes.push(dwelling);
			if (lastAsked[list] === request) continue;
			lastAsked[list] = request;
			entries.push(list);
			keys.push(requests.keyStart[request]!);
		}
		wishes.end();
		entries.end();
	}
	const [{ start: choiceStart, values: choices }, entry] = [wishes.read(), entries.read()];
	return { choiceStart, choices, entryStart: entry.start, entryList: entry.values, entryKeys: keys.read().values };
}

function membershipColumns(requests: RequestColumns, demand: readonly number[], categories: Numbering) {
	const sets: (readonly number[])[] = [];
	const { start, values } = rowsOf(demand, (request) => {
		const set = requests.categories[request]!;
		return (sets[set] ??= requests.categorySets[set]!.map((category) => categories.add(category)));
	});
	return { membershipStart: start, memberships: values };
}

// This is a loop because `Uint8Array.from` with a function takes nine milliseconds for 15,000 in a new thread.
function activeIn({ withdrawn }: RequestColumns, demand: readonly number[]): Uint8Array {
	const active = new Uint8Array(demand.length);
	demand.forEach((request, application) => (active[application] = 1 - withdrawn[request]!));
	return active;
}

/** All requests of a notice have the same number of keys: the points, then the ties of its rules. */
const keysOfEach = ({ keyStart }: RequestColumns) => (keyStart[1] ?? 0) - keyStart[0]!;

function rowsOf<Row>(rows: readonly Row[], valuesOf: (row: Row) => readonly number[]) {
	const column = new RowsColumn();
	for (const row of rows) {
		for (const value of valuesOf(row)) column.push(value);
		column.end();
	}
	return column.read();
}

/** Per row: its position in the order. */
function numbersOf(order: readonly number[]): Int32Array {
	const numbers = new Int32Array(order.length);
	order.forEach((place, number) => (numbers[place] = number));
	return numbers;
}

function textsOf(names: Numbering): string[] {
	return names.pick(Int32Array.from({ length: names.length }, (_, number) => number));
}
