/** Works inside a flat, or at the door of its building, that make it fit. In the order of the page of costs. */
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

/** The cost of a work in cents, as the agency entered it; null if not entered. */
export type WorkCost = { readonly minCents: number | null; readonly maxCents: number | null };
export type WorkCosts = Readonly<Partial<Record<Work, WorkCost>>>;

/** The cost of several works together, and the works whose cost was not entered. */
export type CostEstimate = {
	readonly minCents: number;
	readonly maxCents: number;
	readonly without: readonly Work[];
};

/** Adds up the cost ranges of `needed`. A work without both ends counts as not entered, never as free. */
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
