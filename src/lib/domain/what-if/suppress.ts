/** Fewer households than this are never shown as a number. */
export const SHOWN_FROM = 4;

/** A count as it may be shown: null where it is under four, or would give such a count away. */
export type Cell = number | null;

/**
 * The counts of one breakdown as they may be shown beside their total. Those under four are hidden, then the next
 * smallest, until a reader who knows the total and this rule cannot tell any of them. Both kinds look alike: told apart,
 * the second would give the first away.
 * @param counts households, each in exactly one cell
 * @returns null when nothing hides them well enough: then neither the cells nor the total may be shown
 */
export function suppress(counts: readonly number[]): readonly Cell[] | null {
	const ascending = counts.map((_, cell) => cell).sort((a, b) => counts[a]! - counts[b]! || a - b);
	const few = counts.filter((count) => count < SHOWN_FROM).length;
	if (few === 0) return counts;
	for (let hiding = Math.max(2, few); hiding <= counts.length; hiding++) {
		const sum = ascending.slice(0, hiding).reduce((total, cell) => total + counts[cell]!, 0);
		const smallestShown = hiding < counts.length ? counts[ascending[hiding]!]! : Infinity;
		// None of the hidden is above the smallest shown: near that limit their sum would say what each is.
		if (sum < SHOWN_FROM || sum > (hiding - 1) * (smallestShown - 1)) continue;
		const hidden = new Set(ascending.slice(0, hiding));
		return counts.map((count, cell) => (hidden.has(cell) ? null : count));
	}
	return null;
}
