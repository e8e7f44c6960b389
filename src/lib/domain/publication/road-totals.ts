import type { RoundRows } from '../allocation/round';
import type { RoundResult, Through } from '../allocation/round-result';

/** Homes given by each road. */
export type RoadTotals = Readonly<Partial<Record<Through, number>>>;

/** Fewer than this are not counted in public. */
export const FEWEST = 4;

/**
 * How many homes each road gave, over all dwellings, as anybody may see it; null where a figure under four stands in it or
 * follows from it. The sum is public, so one hidden figure would follow from the others: all are shown or none. What
 * set-asides did not use follows from their number, which is public too.
 */
export function roadTotals(round: RoundRows, { assignments }: Pick<RoundResult, 'assignments'>): RoadTotals | null {
	const counts: Partial<Record<Through, number>> = { open: 0 };
	let aside = 0;
	for (const { setAside = [], capacity = 1 } of round.dwellings) if (setAside.length > 0) aside += capacity;
	if (aside > 0) counts.setAside = 0;
	if (round.quotas?.some(({ kind }) => kind === 'guarantee')) counts.guarantee = 0;
	for (const { through } of assignments) counts[through] = (counts[through] ?? 0) + 1;
	const figures = Object.values(counts);
	if (aside > 0) figures.push(aside - counts.setAside!);
	return figures.every((figure) => figure >= FEWEST) ? counts : null;
}
