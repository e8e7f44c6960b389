/** Numbers from 0 to `size` - 1 in sets that grow together, in nearly linear time and without recursion. */
export class DisjointSets {
	private readonly above: Int32Array;
	private readonly sizes: Int32Array;

	constructor(size: number) {
		this.above = Int32Array.from({ length: size }, (_, one) => one);
		this.sizes = new Int32Array(size).fill(1);
	}

	/** The number that stands for the set of `one`. */
	find(one: number): number {
		let at = one;
		while (this.above[at] !== at) {
			this.above[at] = this.above[this.above[at]!]!;
			at = this.above[at]!;
		}
		return at;
	}

	join(one: number, other: number): void {
		const [a, b] = [this.find(one), this.find(other)];
		if (a === b) return;
		const [large, small] = this.sizes[a]! < this.sizes[b]! ? [b, a] : [a, b];
		this.above[small] = large;
		this.sizes[large]! += this.sizes[small]!;
	}

	/** Joins all of them as a star: as many steps as there are, not as there are pairs. */
	joinAll(all: ArrayLike<number>): void {
		for (let at = 1; at < all.length; at++) this.join(all[0]!, all[at]!);
	}

	/** For each number the one that stands for its set, as the sets are now. */
	snapshot(): Int32Array {
		return this.above.map((_, one) => this.find(one));
	}
}
