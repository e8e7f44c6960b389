/** Counts of households below this are never shown. */
export const SHOWN_FROM = 4;

/** A count as it may be shown. Null if it is under four, or would reveal such a count. */
export type Cell = number | null;

/**
 * The counts of one breakdown as they may be shown beside their total. Counts under four are hidden, and then the next
 * smallest, until a reader who knows the total and this rule cannot work out any of them. Both kinds look the same:
 * otherwise the second kind would reveal the first.
 * @param counts households, each in exactly one cell
 * @returns null when no hiding is enough: then neither the cells nor the total may be shown
 */
export function suppress(counts: readonly number[]): readonly Cell[] | null {
	const ascending = counts.map((_, cell) => cell).sort((a, b) => counts[a]! - counts[b]! || a - b);
	const few = counts.filter((count) => count < SHOWN_FROM).length;
	if (few === 0) return counts;
	for (let hiding = Math.max(2, few); hiding <= counts.length; hiding++) {
		const sum = ascending.slice(0, hiding).reduce((total, cell) => total + counts[cell]!, 0);
		const smallestShown = hiding < counts.length ? counts[ascending[hiding]!]! : Infinity;
		// No hidden count is above the smallest shown one. Near that limit their sum would reveal each of them.
		if (sum < SHOWN_FROM || sum > (hiding - 1) * (smallestShown - 1)) continue;
		const hidden = new Set(ascending.slice(0, hiding));
		return counts.map((count, cell) => (hidden.has(cell) ? null : count));
	}
	return null;
}
