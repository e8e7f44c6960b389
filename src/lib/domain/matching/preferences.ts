import { compareBytes } from '../allocation/byte-order';
import { ticketOf } from '../allocation/tickets';
import type { NeedsFit, RentedHome, Seeker } from './rented-home';
import type { Preferences } from './suggest';

/** A pair that may be suggested, with what ranks it. */
export type LikelyPair = {
	readonly home: RentedHome;
	readonly seeker: Seeker;
	readonly needs: NeedsFit;
	/** Hundredths of m2 above the least that suits so many people. */
	readonly excessAreaDm2: number;
};

/** Public randomness for the last tie: one ticket an id, as in an allocation round. */
export type Draw = { readonly beacon: string; readonly notice: string };

/**
 * The preferences of both sides over the pairs that may be suggested. A home prefers households whose needs it meets
 * (accessible homes reach first who needs them), then those it fits most closely; a household prefers the lowest rent,
 * then the closest size. What is left is decided by ticket, then by id: never by who they are or who came first.
 */
export function preferencesOf(pairs: readonly LikelyPair[], draw: Draw): Preferences {
	const ids = new Set(pairs.flatMap(({ home, seeker }) => [home.id, seeker.id]));
	const tickets = new Map([...ids].map((id) => [id, ticketOf(draw.beacon, draw.notice, id)]));
	const byTicket = (a: string, b: string) => {
		const [x, y] = [tickets.get(a)!, tickets.get(b)!];
		return x < y ? -1 : x > y ? 1 : compareBytes(a, b);
	};
	const forHome = (a: LikelyPair, b: LikelyPair) =>
		Number(b.needs === 'suits') - Number(a.needs === 'suits') ||
		a.excessAreaDm2 - b.excessAreaDm2 ||
		byTicket(a.seeker.id, b.seeker.id);
	const forSeeker = (a: LikelyPair, b: LikelyPair) =>
		a.home.rentCents - b.home.rentCents || a.excessAreaDm2 - b.excessAreaDm2 || byTicket(a.home.id, b.home.id);
	return {
		homes: ordersOf(
			pairs,
			(pair) => pair.home.id,
			forHome,
			(pair) => pair.seeker.id
		),
		seekers: ordersOf(
			pairs,
			(pair) => pair.seeker.id,
			forSeeker,
			(pair) => pair.home.id
		)
	};
}

function ordersOf(
	pairs: readonly LikelyPair[],
	owner: (pair: LikelyPair) => string,
	compare: (a: LikelyPair, b: LikelyPair) => number,
	other: (pair: LikelyPair) => string
): Map<string, string[]> {
	const groups = new Map<string, LikelyPair[]>();
	for (const pair of pairs) groups.set(owner(pair), [...(groups.get(owner(pair)) ?? []), pair]);
	return new Map([...groups].map(([id, group]) => [id, group.toSorted(compare).map(other)]));
}
