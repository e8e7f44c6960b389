/**
 * The place of each request among all of its notice: by its keys, the higher the better, in their order, then by ticket,
 * the lower the better. Null where `keys` is null: it takes no part.
 */
export function placesOf(
	keys: readonly (readonly number[] | null)[],
	ticket: (request: number) => readonly [high: number, low: number]
): (number | null)[] {
	const order = [...keys.keys()].filter((request) => keys[request] !== null);
	order.sort((a, b) => {
		const [mine, theirs] = [keys[a]!, keys[b]!];
		for (let at = 0; at < mine.length; at++) {
			if (mine[at] !== theirs[at]) return theirs[at]! - mine[at]!;
		}
		const [[high, low], [otherHigh, otherLow]] = [ticket(a), ticket(b)];
		return high - otherHigh || low - otherLow;
	});
	const places: (number | null)[] = keys.map(() => null);
	order.forEach((request, at) => (places[request] = at + 1));
	return places;
}
