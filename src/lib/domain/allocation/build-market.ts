import { areAscending, sortedByBytes } from './byte-order';
import type { Market, MarketQuota } from './market';
import { Numbering, Rows } from './numbering';
import type { Round, RoundApplication, RoundDwelling } from './round';
import { drawTickets, type Tickets } from './tickets';

/**
 * Turns a valid round (see `checkRound`) into columns.
 * @param tickets the tickets in byte order of the ids, when they are already known; otherwise they are computed
 * @throws when an id is unknown, which `checkRound` reports with its place
 */
export function buildMarket(round: Round, tickets?: Tickets): Market {
	const dwellings = inByteOrder(round.dwellings);
	const applications = inByteOrder(round.applications);
	const number: Numbers = {
		dwelling: Numbering.of(dwellings.map((dwelling) => dwelling.id)),
		application: Numbering.of(applications.map((application) => application.id)),
		category: new Numbering(),
		list: new Numbering()
	};
	const supply = dwellingColumns(dwellings, number);
	const demand = applicationColumns(applications, number);
	const quotas = (round.quotas ?? []).map(({ kind, category, places }): MarketQuota => ({
		kind,
		places,
		category: number.category.add(category)
	}));
	const entries = entryColumns(applications, number);
	// Tickets are compared after keys: where nobody has any, as in a public file, none is drawn.
	const drawnFor = entries.entryList.length > 0 ? number.application.names : [];
	const drawn = tickets ?? drawTickets(round.beacon, round.notice, drawnFor);
	return {
		...supply,
		...demand,
		...entries,
		quotas,
		applications: number.application.names,
		dwellings: number.dwelling.names,
		categories: number.category.names,
		listCount: number.list.names.length,
		ticketHigh: drawn.high,
		ticketLow: drawn.low
	};
}

interface Numbers {
	readonly dwelling: Numbering;
	readonly application: Numbering;
	readonly category: Numbering;
	readonly list: Numbering;
}

function inByteOrder<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
	if (areAscending(rows)) return rows;
	const byId = new Map(rows.map((row) => [row.id, row]));
	return sortedByBytes([...byId.keys()]).map((id) => byId.get(id)!);
}

function dwellingColumns(dwellings: readonly RoundDwelling[], number: Numbers) {
	const setAside = Rows.of(
		dwellings,
		(dwelling) => dwelling.setAside,
		(name) => number.category.add(name)
	);
	return {
		capacity: Float64Array.from(dwellings, (dwelling) => dwelling.capacity ?? 1),
		listOf: Int32Array.from(dwellings, (dwelling) => number.list.add(dwelling.list)),
		setAsideStart: setAside.start,
		setAside: setAside.values,
		exclusive: Uint8Array.from(dwellings, (dwelling) => (dwelling.exclusive ? 1 : 0)),
		explicitOrder: dwellings.map(({ order }) =>
			order ? Int32Array.from(order, (id) => number.application.get(id)) : null
		)
	};
}

function applicationColumns(applications: readonly RoundApplication[], number: Numbers) {
	const choices = Rows.of(
		applications,
		(row) => row.choices,
		(id) => number.dwelling.get(id)
	);
	const memberships = Rows.of(
		applications,
		(row) => row.categories,
		(name) => number.category.add(name)
	);
	return {
		active: Uint8Array.from(applications, (row) => (row.withdrawn ? 0 : 1)),
		frozenAt: Int32Array.from(applications, (row) => (row.frozen === undefined ? -1 : number.dwelling.get(row.frozen))),
		choiceStart: choices.start,
		choices: choices.values,
		membershipStart: memberships.start,
		memberships: memberships.values
	};
}

function entryColumns(applications: readonly RoundApplication[], number: Numbers) {
	const entries = applications.map((row) => Object.entries(row.keys ?? {}));
	const lists = Rows.of(
		entries,
		(row) => row,
		([list]) => number.list.add(list)
	);
	const keys = Rows.of(
		entries.flat(),
		([, values]) => values,
		(value) => value,
		Float64Array
	);
	const keyCount = new Int32Array(number.list.names.length);
	lists.values.forEach((list, entry) => (keyCount[list] = keys.start[entry + 1]! - keys.start[entry]!));
	return {
		entryStart: lists.start,
		entryList: lists.values,
		entryKeys: keys.start,
		keys: keys.values,
		keyCount
	};
}
