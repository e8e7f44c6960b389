/**
 * Homes and seekers as columns of numbers, both numbered in the byte order of their ids. Seekers of one kind want the
 * same homes in the same order: for w from `wishStart[k]` to `wishStart[k + 1]`, wish w of kind k is the home
 * `wishes[w]`, most wanted first. 47,000 seekers have a few hundred kinds, and their pairs are never listed.
 */
export interface PairMarket {
	readonly homes: readonly string[];
	readonly seekers: readonly string[];
	readonly kindOf: Int32Array;
	readonly wishStart: Int32Array;
	readonly wishes: Int32Array;
	/** Per wish: how much the home likes seekers of this kind, a whole number from 0, which is best. */
	readonly grades: Float64Array;
	/** Per seeker: its place in the public draw, from 0, all different. It decides where a home's grades are equal. */
	readonly drawn: Int32Array;
	/** Conditions that do not depend on the kind alone. */
	readonly bounds: readonly Bound[];
	/** Excluded pairs, as `pairNumber` encodes them. */
	readonly leftOut: ReadonlySet<number>;
}

/** A pair is possible only if the home's number is not above the seeker's. */
export interface Bound {
	readonly ofHome: Float64Array;
	readonly ofSeeker: Float64Array;
}

export const pairNumber = (home: number, seeker: number, seekers: number): number => home * seekers + seeker;

/** Whether this seeker may be suggested for a home that its kind wants. */
export function isPossible({ bounds, leftOut, seekers }: PairMarket, home: number, seeker: number): boolean {
	for (const { ofHome, ofSeeker } of bounds) if (ofHome[home]! > ofSeeker[seeker]!) return false;
	return leftOut.size === 0 || !leftOut.has(pairNumber(home, seeker, seekers.length));
}
