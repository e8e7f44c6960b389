import type { Tickets } from '../allocation/tickets';

/**
 * The place of each request among all of its notice: by its keys, the higher the better, in their order, then by ticket,
 * the lower the better. Null where `keys` is null: it takes no part.
 */
export function placesOf(keys: readonly (readonly number[] | null)[], { high, low }: Tickets): (number | null)[] {
	const order = [...keys.keys()].filter((request) => keys[request] !== null);
	order.sort((a, b) => {
		const mine = keys[a]!;
		const theirs = keys[b]!;
		for (let at = 0; at < mine.length; at++) {
			if (mine[at] !== theirs[at]) return theirs[at]! - mine[at]!;
		}
		return high[a]! - high[b]! || low[a]! - low[b]!;
	});
	const places: (number | null)[] = keys.map(() => null);
	order.forEach((request, at) => (places[request] = at + 1));
	return places;
}
