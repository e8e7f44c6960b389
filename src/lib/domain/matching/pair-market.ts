/**
 * Homes and seekers as columns of numbers, both numbered in the byte order of their ids. Seekers of one kind want the
 * same homes in the same order: wish w of kind k, for w from `wishStart[k]` to `wishStart[k + 1]`, is the home
 * `wishes[w]`, most wanted first. A market of 47,000 seekers has some hundred kinds, and its pairs are never listed.
 */
export interface PairMarket {
	readonly homes: readonly string[];
	readonly seekers: readonly string[];
	readonly kindOf: Int32Array;
	readonly wishStart: Int32Array;
	readonly wishes: Int32Array;
	/** Per wish: how much the home likes seekers of this kind, a whole number from 0, the best. */
	readonly grades: Float64Array;
	/** Per seeker: its place in the public draw, from 0, all different: the home's order where grades are equal. */
	readonly drawn: Int32Array;
	/** Each one a condition that no kind decides. */
	readonly bounds: readonly Bound[];
	/** Pairs left out, as `pairNumber` writes them. */
	readonly leftOut: ReadonlySet<number>;
}

/** A pair is possible only where the home's number is at most the seeker's. */
export interface Bound {
	readonly ofHome: Float64Array;
	readonly ofSeeker: Float64Array;
}

export const pairNumber = (home: number, seeker: number, seekers: number): number => home * seekers + seeker;

/** Whether a home wished for by the seeker's kind is one that this seeker may be suggested for. */
export function isPossible({ bounds, leftOut, seekers }: PairMarket, home: number, seeker: number): boolean {
	for (const { ofHome, ofSeeker } of bounds) if (ofHome[home]! > ofSeeker[seeker]!) return false;
	return leftOut.size === 0 || !leftOut.has(pairNumber(home, seeker, seekers.length));
}
