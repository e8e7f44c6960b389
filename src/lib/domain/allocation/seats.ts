import type { MarketColumns } from './market';
import { countAskers, type StandingColumn, type Standings } from './standings';

/**
 * The places of every dwelling that can still be had. A dwelling with several places (a lot) keeps a heap of the
 * standings of its holders, the worst on top. With one place, the standing of the only holder is the bar.
 */
export class Seats {
	/** Per dwelling: its bar. Only households with a smaller standing get in. */
	readonly bar: StandingColumn;
	/** The bar of a dwelling that still has a free place. */
	private readonly anybody: number;
	private readonly hasLots: boolean;
	/** The heap of a dwelling is `heap` from `start[dwelling]` on; `taken[dwelling]` entries are filled. */
	private readonly start: Int32Array;
	private readonly taken: Int32Array;
	private readonly heap: StandingColumn;

	/** @param free places per dwelling; places beyond the number of households use no memory */
	constructor(market: MarketColumns, standings: Standings, free: Float64Array) {
		this.hasLots = free.some((places) => places > 1);
		const askers = this.hasLots ? countAskers(market, standings) : null;
		this.start = new Int32Array(free.length + 1);
		this.bar = standings.column(free.length);
		this.anybody = this.bar instanceof Float64Array ? Infinity : 2 ** 31 - 1;
		for (let dwelling = 0; dwelling < free.length; dwelling++) {
			const room = Math.min(free[dwelling]!, askers?.[dwelling] ?? 1);
			this.start[dwelling + 1] = this.start[dwelling]! + room;
			this.bar[dwelling] = room > 0 ? this.anybody : 0;
		}
		this.taken = new Int32Array(free.length);
		this.heap = standings.column(this.start[free.length]!);
	}

	/**
	 * Seats a household that stands better than the dwelling's bar.
	 * @returns the standing of the household that loses its seat, or -1
	 */
	take(dwelling: number, standing: number): number {
		if (this.hasLots) return this.takeInLot(dwelling, standing);
		const worst = this.bar[dwelling]!;
		this.bar[dwelling] = standing;
		return worst === this.anybody ? -1 : worst;
	}

	/** Subtracts the places taken here from the free ones. */
	takeFrom(free: Float64Array): void {
		for (let dwelling = 0; dwelling < free.length; dwelling++) {
			if (this.hasLots) free[dwelling]! -= this.taken[dwelling]!;
			else if (this.bar[dwelling] !== this.anybody) free[dwelling] = 0;
		}
	}

	private takeInLot(dwelling: number, standing: number): number {
		const top = this.start[dwelling]!;
		const room = this.start[dwelling + 1]! - top;
		const taken = this.taken[dwelling]!;
		if (taken < room) {
			this.taken[dwelling] = taken + 1;
			this.siftUp(top, taken, standing);
			if (taken + 1 === room) this.bar[dwelling] = this.heap[top]!;
			return -1;
		}
		const worst = this.heap[top]!;
		this.siftDown(top, room, standing);
		this.bar[dwelling] = this.heap[top]!;
		return worst;
	}

	private siftUp(top: number, hole: number, standing: number): void {
		while (hole > 0) {
			const parent = (hole - 1) >> 1;
			if (this.heap[top + parent]! >= standing) break;
			this.heap[top + hole] = this.heap[top + parent]!;
			hole = parent;
		}
		this.heap[top + hole] = standing;
	}

	private siftDown(top: number, size: number, standing: number): void {
		let hole = 0;
		for (let child = 1; child < size; child = 2 * hole + 1) {
			if (child + 1 < size && this.heap[top + child + 1]! > this.heap[top + child]!) child++;
			if (this.heap[top + child]! <= standing) break;
			this.heap[top + hole] = this.heap[top + child]!;
			hole = child;
		}
		this.heap[top + hole] = standing;
	}
}
