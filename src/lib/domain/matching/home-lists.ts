/** The seekers that each home keeps, best first, up to a number. Two columns with `room` positions for each home. */
export class HomeLists {
	/** Per home: only seekers ranked better than this get in. */
	readonly bar: Float64Array;
	private readonly taken: Int32Array;
	private readonly seekers: Int32Array;
	private readonly ranks: Float64Array;

	constructor(
		homes: number,
		private readonly room: number
	) {
		this.bar = new Float64Array(homes).fill(room > 0 ? Infinity : -Infinity);
		this.taken = new Int32Array(homes);
		this.seekers = new Int32Array(homes * room);
		this.ranks = new Float64Array(homes * room);
	}

	/**
	 * Adds a seeker that is better than the home's bar. A smaller rank is better.
	 * @returns the seeker that has to leave, or -1
	 */
	take(home: number, seeker: number, rank: number): number {
		const first = home * this.room;
		const full = this.taken[home] === this.room;
		let at = first + this.taken[home]! - (full ? 1 : 0);
		const left = full ? this.seekers[at]! : -1;
		for (; at > first && this.ranks[at - 1]! > rank; at--) {
			this.seekers[at] = this.seekers[at - 1]!;
			this.ranks[at] = this.ranks[at - 1]!;
		}
		this.seekers[at] = seeker;
		this.ranks[at] = rank;
		if (!full) this.taken[home]!++;
		if (this.taken[home] === this.room) this.bar[home] = this.ranks[first + this.room - 1]!;
		return left;
	}

	/** The seekers that a home keeps, best first. */
	of(home: number): Int32Array {
		return this.seekers.subarray(home * this.room, home * this.room + this.taken[home]!);
	}
}
