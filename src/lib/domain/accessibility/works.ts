/** Works inside a flat, or at its building's door, that mend what does not fit. The order is that of the page of costs. */
export const works = [
	'entrance-door',
	'flat-door',
	'inner-doors',
	'thresholds',
	'turning-space',
	'bathroom-space',
	'floor-shower',
	'grab-rails',
	'kitchen',
	'controls',
	'balcony',
	'bedside-sockets',
	'contrast',
	'lighting',
	'visible-doorbell',
	'windows'
] as const;

export type Work = (typeof works)[number];

/** What a work may cost, in cents, as the agency wrote it; null: not entered. */
export type WorkCost = { readonly minCents: number | null; readonly maxCents: number | null };
export type WorkCosts = Readonly<Partial<Record<Work, WorkCost>>>;

/** What several works may cost together, and those whose cost nobody entered. */
export type CostEstimate = {
	readonly minCents: number;
	readonly maxCents: number;
	readonly without: readonly Work[];
};

/** Adds up the ranges of `needed`; a work without both ends counts as not entered, never as nothing. */
export function estimateWorks(needed: readonly Work[], costs: WorkCosts): CostEstimate {
	let [minCents, maxCents] = [0, 0];
	const without: Work[] = [];
	for (const work of needed) {
		const { minCents: min = null, maxCents: max = null } = costs[work] ?? {};
		if (min === null || max === null) without.push(work);
		else [minCents, maxCents] = [minCents + min, maxCents + max];
	}
	return { minCents, maxCents, without };
}
