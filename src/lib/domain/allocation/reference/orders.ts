import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Round, RoundApplication, RoundDwelling } from '../round';

/** A round, and what can be said of it before any household is housed. */
export interface PreparedRound {
	readonly round: Round;
	/** By id. */
	readonly dwellings: ReadonlyMap<string, RoundDwelling>;
	/** By id. */
	readonly applications: ReadonlyMap<string, RoundApplication>;
	readonly tickets: Tickets;
	/** Per dwelling: the households that may hold it, best first, each with its place (1 = first). */
	readonly orders: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function prepare(round: Round): PreparedRound {
	const tickets = drawTickets(round);
	const choosers = new Map<string, RoundApplication[]>(round.dwellings.map(({ id }) => [id, []]));
	for (const application of round.applications) {
		for (const dwelling of application.choices) choosers.get(dwelling)!.push(application);
	}
	const orders = round.dwellings.map((dwelling) => {
		const order = orderOf(dwelling, choosers.get(dwelling.id)!, tickets);
		return [dwelling.id, new Map(order.map((id, i) => [id, i + 1]))] as const;
	});
	return {
		round,
		dwellings: new Map(round.dwellings.map((dwelling) => [dwelling.id, dwelling])),
		applications: new Map(round.applications.map((application) => [application.id, application])),
		tickets,
		orders: new Map(orders)
	};
}

/**
 * The order of a dwelling. A household is in it that takes part, chose the dwelling and meets its conditions.
 * - It has keys for the dwelling's list: it is in the ranking that the dwelling belongs to.
 * - At an exclusive dwelling it belongs to a category that the dwelling is set aside for. Law: not found in the sources
 *   at hand; the notice decides which dwellings are exclusive.
 * - Where the file gives an explicit order (the public projection does), the order decides alone.
 * @param choosers the households that chose it
 * @returns ids, best first
 */
export function orderOf(dwelling: RoundDwelling, choosers: readonly RoundApplication[], tickets: Tickets): string[] {
	const present = choosers.filter(({ withdrawn }) => !withdrawn);
	if (dwelling.order) {
		const ids = new Set(present.map(({ id }) => id));
		return dwelling.order.filter((id) => ids.has(id));
	}
	return present
		.filter((application) => keysFor(application, dwelling.list) !== undefined)
		.filter((application) => !dwelling.exclusive || isSetAsideFor(dwelling, application))
		.sort((a, b) => compare(dwelling, a, b, tickets).sign)
		.map(({ id }) => id);
}

/** Which of two households comes first at a dwelling: the first if `sign` is below 0; and the rule that decided. */
export interface Comparison {
	readonly sign: number;
	readonly because: 'order' | 'setAside' | `key[${number}]` | 'ticket' | 'id';
}

/** Compares two households that are both in the order of a dwelling. The first rule that tells them apart decides. */
export function compare(
	dwelling: RoundDwelling,
	a: RoundApplication,
	b: RoundApplication,
	tickets: Tickets
): Comparison {
	if (dwelling.order) return { sign: dwelling.order.indexOf(a.id) - dwelling.order.indexOf(b.id), because: 'order' };

	// 1. A dwelling that is set aside goes to the first category named, then to the second, and so on, then to everybody.
	// L.R. 16/2016 art. 13 (found): very poor households, on a share of the dwellings. r.r. 4/2017 art. 14 (known): other
	// categories. Accessible dwellings first for households that need them: not found in the sources at hand.
	const tiers = tierOf(dwelling, a) - tierOf(dwelling, b);
	if (tiers !== 0) return { sign: tiers, because: 'setAside' };

	// 2. More points come first. Then, r.r. 4/2017 art. 12(3) (found): longer residence in the municipality, longer
	// residence in the region, then the family, housing and economic points. The file holds these numbers in the order in
	// which they count, key[0] being the points; a notice of the agency's own may order its ties in another way.
	const [keysOfA, keysOfB] = [keysFor(a, dwelling.list) ?? [], keysFor(b, dwelling.list) ?? []];
	for (const [i, key] of keysOfA.entries()) {
		if (key !== keysOfB[i]) return { sign: key > keysOfB[i]! ? -1 : 1, because: `key[${i}]` };
	}

	// 3. The public draw. Law: not found in the sources at hand; the notice provides for the draw.
	const [ticketOfA, ticketOfB] = [tickets.get(a.id)!, tickets.get(b.id)!];
	if (ticketOfA !== ticketOfB) return { sign: ticketOfA < ticketOfB ? -1 : 1, because: 'ticket' };

	// 4. Two tickets are the same once in 18 billion billion pairs. The ids then decide, so that the order is always complete.
	return { sign: compareUtf8(a.id, b.id), because: 'id' };
}

/** The position, in the dwelling's set-asides, of the first category the household belongs to; their number for none. */
function tierOf({ setAside = [] }: RoundDwelling, { categories = [] }: RoundApplication): number {
	const position = setAside.findIndex((category) => categories.includes(category));
	return position < 0 ? setAside.length : position;
}

/** Whether the household belongs to a category that the dwelling is set aside for. */
export function isSetAsideFor({ setAside = [] }: RoundDwelling, { categories = [] }: RoundApplication): boolean {
	return setAside.some((category) => categories.includes(category));
}

/** The keys of a household for a list; undefined when it is not in that ranking. */
export function keysFor({ keys = {} }: RoundApplication, list: string): readonly number[] | undefined {
	return Object.hasOwn(keys, list) ? keys[list] : undefined;
}

/** Per application id: its number in the public draw. */
export type Tickets = ReadonlyMap<string, bigint>;

/**
 * The public draw. The number of a household is the first 8 bytes of HMAC-SHA256 over `notice|id`, with the publicly drawn
 * number as key. It depends on nothing else, so the order in which applications arrived cannot count.
 */
export function drawTickets({ notice, beacon, applications }: Round): Tickets {
	const key = hexToBytes(beacon);
	return new Map(
		applications.map(({ id }) => {
			const digest = hmac(sha256, key, utf8ToBytes(`${notice}|${id}`));
			return [id, new DataView(digest.buffer, digest.byteOffset).getBigUint64(0)];
		})
	);
}

/** Compares two texts by their UTF-8 bytes: the format's order, the same in every language and on every machine. */
export function compareUtf8(a: string, b: string): number {
	const [x, y] = [utf8ToBytes(a), utf8ToBytes(b)];
	const differing = x.findIndex((byte, i) => byte !== y[i]);
	if (differing < 0) return x.length - y.length;
	return differing < y.length ? x[differing]! - y[differing]! : 1;
}
