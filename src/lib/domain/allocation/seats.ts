import type { Orders } from './orders';

/**
 * The places of every dwelling that are still to be had, each kept as a heap of the places (in the dwelling's order) of
 * those who sit there, the worst on top. A dwelling with one place is a heap of one.
 */
export class Seats {
	private readonly start: Int32Array;
	private readonly taken: Int32Array;
	private readonly heap: Int32Array;

	/** @param free places per dwelling; more than can ever be asked for take no room */
	constructor(orders: Orders, free: Float64Array) {
		this.start = new Int32Array(free.length + 1);
		for (let dwelling = 0; dwelling < free.length; dwelling++) {
			const askers = orders.start[dwelling + 1]! - orders.start[dwelling]!;
			this.start[dwelling + 1] = this.start[dwelling]! + Math.min(free[dwelling]!, askers);
		}
		this.taken = new Int32Array(free.length);
		this.heap = new Int32Array(this.start[free.length]!);
	}

	/**
	 * Offers a dwelling a household by its place in the dwelling's order.
	 * @returns the place of whoever is turned away: 0 nobody, the same place the household itself
	 */
	offer(dwelling: number, place: number): number {
		const top = this.start[dwelling]!;
		const room = this.start[dwelling + 1]! - top;
		const taken = this.taken[dwelling]!;
		if (taken < room) {
			this.taken[dwelling] = taken + 1;
			this.siftUp(top, taken, place);
			return 0;
		}
		if (room === 0 || this.heap[top]! < place) return place;
		const worst = this.heap[top]!;
		if (room === 1) this.heap[top] = place;
		else this.siftDown(top, room, place);
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
