import type { Day } from '../calendar/instant';

/**
 * The closed list of what a landlord may ask of a tenant. Nationality, health, family, religion and source of income
 * are not in it, and there is no free text, so a landlord cannot filter tenants by who they are.
 */
export const lawfulConditions = ['no-smoking', 'no-pets'] as const;
export type LawfulCondition = (typeof lawfulConditions)[number];

/** A private landlord's home at an agreed rent, as the matching sees it. */
export type RentedHome = {
	readonly id: string;
	/** Cents a month. */
	readonly rentCents: number;
	/** Net area in hundredths of m2; null until measured. */
	readonly netAreaDm2: number | null;
	readonly availableFrom: Day;
	readonly conditions: readonly LawfulCondition[];
};

/** A household that looks for such a home. */
export type Seeker = {
	readonly id: string;
	readonly people: number;
	readonly iseeCents: number;
	/** Gross yearly income in cents; null when not told. */
	readonly yearlyIncomeCents: number | null;
	/** The last day by which it must move; null when it can wait. */
	readonly neededBy: Day | null;
	readonly smokes: boolean;
	readonly hasPets: boolean;
};

/** How a home meets a household's needs; `none` when it has none. */
export type NeedsFit = 'none' | 'suits' | 'suits-with-works' | 'does-not-suit' | 'unknown';

export type MatchingRules = {
	readonly iseeMaxCents: number;
	/** The highest share of income for rent, in percent; null until the agency sets it. */
	readonly rentToIncomeMaxPercent: number | null;
};
