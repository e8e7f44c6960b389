import { compareBytes, sortedByBytes } from './byte-order';
import { membersText } from './members-text';
import type { Quota, Round, RoundApplication, RoundDwelling, RoundRows } from './round';

/**
 * The canonical text of a `round/1`: members in the order of the format, defaults left out, rows, categories and lists
 * of keys sorted by UTF-8 bytes, no white space, one line feed at the end. The same round always gives the same bytes
 * and the same hash.
 */
export function serializeRound(round: Round): string {
	return [...roundText(sortedRows(round))].join('');
}

/** The same round, its rows sorted as in its text. */
export function sortedRows(round: Round): Round {
	return {
		...round,
		dwellings: byId(round.dwellings),
		applications: byId(round.applications),
		quotas: round.quotas?.toSorted((a, b) => compareBytes(a.category, b.category))
	};
}

/** The text of a round in pieces. Its rows must already be sorted. */
export function* roundText(rows: RoundRows): Generator<string> {
	const { format, notice, beacon, quotas } = rows;
	yield JSON.stringify({ format, notice, beacon }).slice(0, -1);
	yield* membersText('dwellings', rows.dwellings, canonicalDwelling, ({ order = [] }) => 1 + order.length);
	yield* membersText('applications', rows.applications, canonicalApplication, ({ choices }) => 1 + choices.length);
	if (quotas?.length) yield* membersText('quotas', quotas, canonicalQuota);
	yield '}\n';
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
	return rows.toSorted((a, b) => compareBytes(a.id, b.id));
}

function canonicalDwelling({ id, list, capacity, setAside, exclusive, order }: RoundDwelling) {
	return {
		id,
		list,
		capacity: capacity === 1 ? undefined : capacity,
		setAside: setAside?.length ? setAside : undefined,
		exclusive: exclusive || undefined,
		order
	};
}

function canonicalApplication({ id, choices, categories, keys, frozen, withdrawn }: RoundApplication) {
	return {
		id,
		choices,
		categories: categories?.length ? sortedByBytes(categories) : undefined,
		keys: keys && Object.keys(keys).length > 0 ? canonicalKeys(keys) : undefined,
		frozen,
		withdrawn: withdrawn || undefined
	};
}

function canonicalQuota({ kind, category, places }: Quota): Quota {
	return { kind, category, places };
}

function canonicalKeys(keys: Readonly<Record<string, readonly number[]>>) {
	const lists = Object.keys(keys);
	if (lists.length < 2) return keys;
	const sorted = sortedByBytes(lists);
	if (lists.every((list, i) => list === sorted[i])) return keys;
	// These are own members, so a list called "__proto__" is a list like any other.
	return Object.fromEntries(sorted.map((list) => [list, keys[list] ?? []]));
}
