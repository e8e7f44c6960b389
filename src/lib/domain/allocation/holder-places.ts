import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import type { Standings } from './standings';

/**
 * Where each household stands in the order of the dwelling it holds, 1 = first; 0 for none, and for a frozen holder who
 * is not in it. Counts who stands before the holders in one walk over the wishes, without sorting anybody.
 */
export function placesOfHolders(market: MarketColumns, standings: Standings, { edge }: Outcome): Int32Array {
	const { choices, capacity } = market;
	const start = startsOfHolders(market, standings, edge);
	const slots = new Int32Array(start[capacity.length]!);
	const next = start.slice();
	for (let application = 0; application < edge.length; application++) {
		const held = edge[application]!;
		if (held >= 0 && standings[held]! >= 0) slots[next[choices[held]!]!++] = application;
	}
	const bars = Float64Array.from(slots, (application) => standings[edge[application]!]!);
	sortLots(start, slots, bars);
	const before = countBefore(market, standings, start, bars);
	const places = new Int32Array(edge.length);
	for (let dwelling = 0; dwelling < capacity.length; dwelling++) {
		let place = 0;
		for (let slot = start[dwelling]!; slot < start[dwelling + 1]!; slot++) {
			place += before[slot]!;
			places[slots[slot]!] = place;
		}
	}
	return places;
}

/** Where each dwelling's holders begin. */
function startsOfHolders({ choices, capacity }: MarketColumns, standings: Standings, edge: Int32Array): Int32Array {
	const start = new Int32Array(capacity.length + 1);
	for (let application = 0; application < edge.length; application++) {
		const held = edge[application]!;
		if (held >= 0 && standings[held]! >= 0) start[choices[held]! + 1]!++;
	}
	for (let dwelling = 0; dwelling < capacity.length; dwelling++) start[dwelling + 1]! += start[dwelling]!;
	return start;
}

/** Sorts the holders of each lot by standing. */
function sortLots(start: Int32Array, slots: Int32Array, bars: Float64Array): void {
	for (let dwelling = 0; dwelling + 1 < start.length; dwelling++) {
		const [from, to] = [start[dwelling]!, start[dwelling + 1]!];
		if (to - from < 2) continue;
		const sorted = Array.from({ length: to - from }, (_, i) => ({ slot: slots[from + i]!, bar: bars[from + i]! }));
		sorted.sort((a, b) => a.bar - b.bar);
		sorted.forEach(({ slot, bar }, i) => {
			slots[from + i] = slot;
			bars[from + i] = bar;
		});
	}
}

/** Per holder: those who stand no worse than it, itself included, and worse than the holder before it. */
function countBefore(
	{ choices }: MarketColumns,
	standings: Standings,
	start: Int32Array,
	bars: Float64Array
): Int32Array {
	const before = new Int32Array(bars.length);
	for (let edge = 0; edge < choices.length; edge++) {
		const standing = standings[edge]!;
		const dwelling = choices[edge]!;
		if (standing < 0) continue;
		const from = start[dwelling]!;
		let to = start[dwelling + 1]!;
		if (from === to || standing > bars[to - 1]!) continue;
		let slot = from;
		for (to--; slot < to;) {
			const middle = (slot + to) >> 1;
			if (bars[middle]! < standing) slot = middle + 1;
			else to = middle;
		}
		before[slot]!++;
	}
	return before;
}
