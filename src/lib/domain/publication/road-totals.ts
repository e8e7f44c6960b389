import type { RoundRows } from '../allocation/round';
import type { RoundResult, Through } from '../allocation/round-result';

/** Homes given by each road. */
export type RoadTotals = Readonly<Partial<Record<Through, number>>>;

/** Fewer than this are not counted in public. */
export const FEWEST = 4;

/**
 * How many homes each road gave, over all dwellings, as anybody may see it; null where a figure under four stands in it or
 * follows from it. The sum is public, so one hidden figure would follow from the others: all are shown or none. The number
 * of set-asides and which homes stay free are public too, so the set-aside homes that went to households outside their
 * categories follow, and must be four or more: with none, every holder of such a home would be known to belong.
 */
export function roadTotals(
	round: RoundRows,
	{ assignments, vacant }: Pick<RoundResult, 'assignments' | 'vacant'>
): RoadTotals | null {
	const counts: Partial<Record<Through, number>> = { open: 0 };
	const aside = new Map<string, number>();
	for (const { id, setAside = [], capacity = 1 } of round.dwellings) if (setAside.length > 0) aside.set(id, capacity);
	if (aside.size > 0) counts.setAside = 0;
	if (round.quotas?.some(({ kind }) => kind === 'guarantee')) counts.guarantee = 0;
	for (const { through } of assignments) counts[through] = (counts[through] ?? 0) + 1;
	const figures = Object.values(counts);
	if (aside.size > 0) {
		const free = vacant.reduce((sum, { dwelling, free: places }) => sum + (aside.has(dwelling) ? places : 0), 0);
		figures.push(sumOf(aside.values()) - free - counts.setAside!);
	}
	return figures.every((figure) => figure >= FEWEST) ? counts : null;
}

function sumOf(numbers: Iterable<number>): number {
	let sum = 0;
	for (const number of numbers) sum += number;
	return sum;
}
