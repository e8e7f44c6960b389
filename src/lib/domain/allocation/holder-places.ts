import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import type { StandingColumn, Standings } from './standings';

/**
 * The place of each household in the order of the dwelling it holds, 1 = first. 0 for a household that holds nothing,
 * and for a frozen holder who is not in the order. One walk over the wishes counts the households before each holder,
 * without sorting.
 */
export function placesOfHolders(market: MarketColumns, standings: Standings, outcome: Outcome): Int32Array {
	const { capacity } = market;
	const { start, slots, bars } = holdersInOrder(market, standings, outcome);
	const before = countBefore(market, standings, outcome.behindAll, start, bars);
	const places = new Int32Array(outcome.edge.length);
	for (let dwelling = 0; dwelling < capacity.length; dwelling++) {
		let place = 0;
		for (let slot = start[dwelling]!; slot < start[dwelling + 1]!; slot++) {
			place += before[slot]!;
			if (slots[slot]! >= 0) places[slots[slot]!] = place;
		}
	}
	return places;
}

/**
 * The acceptable holders of each dwelling, best first, from `start`, and their standings. Each holder has a slot; a
 * dwelling without holders has one slot with -1. So if no dwelling has two holders, the slots are the dwellings.
 */
function holdersInOrder({ capacity }: MarketColumns, standings: Standings, { dwelling: held, edge }: Outcome) {
	const start = new Int32Array(capacity.length + 1);
	const most = countHolders(edge);
	const holders = new Int32Array(most);
	const found = standings.column(most);
	let count = 0;
	for (let application = 0; application < edge.length; application++) {
		if (edge[application]! < 0) continue;
		const standing = standings.of(application, held[application]!, edge[application]!);
		if (standing < 0) continue;
		holders[count] = application;
		found[count++] = standing;
		start[held[application]! + 1]!++;
	}
	for (let dwelling = 0; dwelling < capacity.length; dwelling++) {
		start[dwelling + 1] = start[dwelling]! + Math.max(start[dwelling + 1]!, 1);
	}
	const slots = new Int32Array(start[capacity.length]!).fill(-1);
	const bars = standings.column(slots.length).fill(-1);
	const next = start.slice();
	for (let i = 0; i < count; i++) {
		const at = next[held[holders[i]!]!]!++;
		slots[at] = holders[i]!;
		bars[at] = found[i]!;
	}
	sortLots(start, slots, bars);
	return { start, slots, bars };
}

function countHolders(edge: Int32Array): number {
	let count = 0;
	for (let application = 0; application < edge.length; application++) if (edge[application]! >= 0) count++;
	return count;
}

/** Sorts the holders of each lot by standing. */
function sortLots(start: Int32Array, slots: Int32Array, bars: StandingColumn): void {
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

/**
 * Per slot: how many households stand no worse than its holder (the holder included) and worse than the holder before
 * it.
 */
function countBefore(
	{ active, choiceStart, choices, capacity }: MarketColumns,
	standings: Standings,
	behindAll: Uint8Array | null,
	start: Int32Array,
	bars: StandingColumn
): Int32Array {
	const before = new Int32Array(bars.length);
	const hasLots = bars.length > capacity.length;
	/** Per dwelling: the standing of its worst holder. Most households that ask for it stand behind. */
	const worst = standings.column(capacity.length);
	for (let dwelling = 0; dwelling < worst.length; dwelling++) {
		worst[dwelling] = bars[start[dwelling + 1]! - 1]!;
	}
	for (let application = 0; application < active.length; application++) {
		if (behindAll !== null && behindAll[application] === 1) continue;
		const least = standings.least(application);
		const end = choiceStart[application + 1]!;
		for (let edge = choiceStart[application]!; edge < end; edge++) {
			const dwelling = choices[edge]!;
			if (least > worst[dwelling]!) continue;
			const standing = standings.of(application, dwelling, edge);
			if (standing < 0 || standing > worst[dwelling]!) continue;
			before[hasLots ? slotOf(bars, start[dwelling]!, start[dwelling + 1]! - 1, standing) : dwelling]!++;
		}
	}
	return before;
}

/** Among the holders sorted from `from` to `to`, the best one that does not stand before this standing; else the last. */
function slotOf(bars: StandingColumn, from: number, to: number, standing: number): number {
	while (from < to) {
		const middle = (from + to) >> 1;
		if (bars[middle]! < standing) from = middle + 1;
		else to = middle;
	}
	return from;
}
