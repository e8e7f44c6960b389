/** Fewest dwellings of a group that stay open to everybody, so that no published count tells which ones are set aside. */
export const FEWEST_OPEN = 4;

/** Dwellings of one size, or of neighbouring sizes, of which a published number is set aside. */
export interface SizeGroup<Row> {
	/** Ascending. */
	readonly sizes: readonly number[];
	readonly dwellings: readonly Row[];
	/** For each category, in the order in which they were asked for, how many of these dwellings are set aside. */
	readonly counts: readonly number[];
}

/**
 * How many dwellings of each size are set aside. It follows from the sizes alone, so that publishing it tells nothing
 * about the draw. Each category is spread in proportion to the dwellings that are left. Where fewer than four of a size
 * would stay open, that size is joined with the next larger one, the largest with the one below. A list so short that
 * even all of it keeps fewer than four open is one group.
 * @param wanted dwellings for each category, in order; together no more than there are
 */
export function sizeGroups<Row extends { readonly sizeClass: number }>(
	rows: readonly Row[],
	wanted: readonly number[]
): SizeGroup<Row>[] {
	let parts = oneForEachSize(rows);
	for (;;) {
		const groups = counted(parts, wanted);
		const narrow = groups.findIndex(keepsTooFew);
		if (narrow < 0 || groups.length === 1) return groups;
		const first = Math.min(narrow, groups.length - 2);
		const [a, b] = [parts[first]!, parts[first + 1]!];
		const joined = { sizes: [...a.sizes, ...b.sizes], dwellings: [...a.dwellings, ...b.dwellings] };
		parts = parts.toSpliced(first, 2, joined);
	}
}

function keepsTooFew({ dwellings, counts }: SizeGroup<unknown>): boolean {
	const aside = counts.reduce((sum, count) => sum + count, 0);
	return aside > 0 && dwellings.length - aside < FEWEST_OPEN;
}

type Part<Row> = Omit<SizeGroup<Row>, 'counts'>;

function oneForEachSize<Row extends { readonly sizeClass: number }>(rows: readonly Row[]): Part<Row>[] {
	const sizes = [...new Set(rows.map(({ sizeClass }) => sizeClass))].sort((a, b) => a - b);
	return sizes.map((size) => ({ sizes: [size], dwellings: rows.filter(({ sizeClass }) => sizeClass === size) }));
}

function counted<Row>(parts: readonly Part<Row>[], wanted: readonly number[]): SizeGroup<Row>[] {
	const left = parts.map(({ dwellings }) => dwellings.length);
	const counts = wanted.map((homes) => {
		const given = inProportion(homes, left);
		for (const [part, count] of given.entries()) left[part]! -= count;
		return given;
	});
	return parts.map((part, index) => ({ ...part, counts: counts.map((given) => given[index]!) }));
}

/** Shares out `total` in proportion to `sizes`, by the largest remainders; of equal ones the first. */
export function inProportion(total: number, sizes: readonly number[]): number[] {
	const sum = sizes.reduce((so, size) => so + size, 0);
	if (sum === 0) return sizes.map(() => 0);
	const given = sizes.map((size) => Math.floor((total * size) / sum));
	const rest = total - given.reduce((so, count) => so + count, 0);
	const remainder = (index: number) => (total * sizes[index]!) % sum;
	const first = sizes.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
	for (const index of first.slice(0, rest)) given[index]! += 1;
	return given;
}
