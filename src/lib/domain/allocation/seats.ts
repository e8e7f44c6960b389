import type { Orders } from './orders';

/** Stands for "anybody": no dwelling's order is this long. */
const ANYBODY = 0x7fffffff;

/**
 * The places of every dwelling that are still to be had, each kept as a heap of the places (in the dwelling's order) of
 * those who sit there, the worst on top. A dwelling with one place is a heap of one.
 */
export class Seats {
	/** Per dwelling: only households placed better than this are let in. */
	readonly bar: Int32Array;
	private readonly start: Int32Array;
	private readonly taken: Int32Array;
	private readonly heap: Int32Array;

	/** @param free places per dwelling; more than can ever be asked for take no room */
	constructor(orders: Orders, free: Float64Array) {
		this.start = new Int32Array(free.length + 1);
		this.bar = new Int32Array(free.length);
		for (let dwelling = 0; dwelling < free.length; dwelling++) {
			const askers = orders.start[dwelling + 1]! - orders.start[dwelling]!;
			const room = Math.min(free[dwelling]!, askers);
			this.start[dwelling + 1] = this.start[dwelling]! + room;
			this.bar[dwelling] = room > 0 ? ANYBODY : 0;
		}
		this.taken = new Int32Array(free.length);
		this.heap = new Int32Array(this.start[free.length]!);
	}

	/**
	 * Seats a household that is better than the dwelling's bar, by its place in the dwelling's order.
	 * @returns the place of the household that loses its seat, or 0
	 */
	take(dwelling: number, place: number): number {
		const top = this.start[dwelling]!;
		const room = this.start[dwelling + 1]! - top;
		const taken = this.taken[dwelling]!;
		if (taken < room) {
			this.taken[dwelling] = taken + 1;
			this.siftUp(top, taken, place);
			if (taken + 1 === room) this.bar[dwelling] = this.heap[top]!;
			return 0;
		}
		const worst = this.heap[top]!;
		if (room === 1) this.heap[top] = place;
		else this.siftDown(top, room, place);
		this.bar[dwelling] = this.heap[top]!;
		return worst;
	}

	private siftUp(top: number, hole: number, place: number): void {
		while (hole > 0) {
			const parent = (hole - 1) >> 1;
			if (this.heap[top + parent]! >= place) break;
			this.heap[top + hole] = this.heap[top + parent]!;
			hole = parent;
		}
		this.heap[top + hole] = place;
	}

	private siftDown(top: number, size: number, place: number): void {
		let hole = 0;
		for (let child = 1; child < size; child = 2 * hole + 1) {
			if (child + 1 < size && this.heap[top + child + 1]! > this.heap[top + child]!) child++;
			if (this.heap[top + child]! <= place) break;
			this.heap[top + hole] = this.heap[top + child]!;
			hole = child;
		}
		this.heap[top + hole] = place;
	}
}
