import type { Day } from '../calendar/instant';

export const relations = ['applicant', 'spouse', 'partner', 'child', 'parent', 'other'] as const;
export type Relation = (typeof relations)[number];

/** One person of the household; `id` is only a place in the declaration (`m1`), never an identity document. */
export type Member = { readonly id: string; readonly relation: Relation; readonly birthDate: Day };

/** How the law groups who may apply (r.r. 4/2017 art. 7): the permit counts, never the nationality. */
export const citizenships = [
	'italian',
	'eu',
	'eu-long-term-permit',
	'two-year-permit-and-work',
	'international-protection',
	'other'
] as const;
export type Citizenship = (typeof citizenships)[number];

export const homeKinds = ['rented', 'owned', 'hosted', 'improper', 'none'] as const;
/** `hosted`: by relatives, friends or a service. `improper`: a cellar, a shop, a caravan. `none`: no roof. */
export type HomeKind = (typeof homeKinds)[number];

export const evictions = ['none', 'notified', 'enforceable'] as const;
export type Eviction = (typeof evictions)[number];

export type CurrentHome = {
	readonly kind: HomeKind;
	/** Net area in hundredths of m2; null when there is no home or it is not known. */
	readonly netAreaDm2: number | null;
	readonly eviction: Eviction;
	/** Declared unfit for living by the health authority. */
	readonly unhealthy: boolean;
	/** Shared with another household; absent: not declared. */
	readonly shared?: boolean;
};

export const iseeKinds = ['ordinary', 'current'] as const;
export type IseeKind = (typeof iseeKinds)[number];

/** Days of residence, both included, that ended before the unbroken one of today. Living in the municipality is living in the region. */
export type ResidenceSpan = { readonly place: 'municipality' | 'region'; readonly from: Day; readonly to: Day };

/** What a household declares, without anything about health: that is in `HealthFacts`. Stored as JSON in `applications.facts`. */
export type Household = {
	/** The applicant included; at least one. The order means nothing. */
	readonly members: readonly Member[];
	readonly citizenship: Citizenship;
	/** Last day of the permit; absent: not declared, or none is needed. */
	readonly permitValidTo?: Day;
	/** Ordinary or current ISEE. */
	readonly iseeCents: number;
	/** Absent: not declared. */
	readonly iseeKind?: IseeKind;
	/** Last day on which the ISEE can be used; absent: not declared. */
	readonly iseeValidTo?: Day;
	/** Money and property of the ISEE declaration; null when not asked by the notice. */
	readonly assetsCents: number | null;
	/** First day of unbroken residence in Lombardy, and in the municipality; null for none. */
	readonly regionSince: Day | null;
	readonly municipalitySince: Day | null;
	/** Residence before that, with gaps; absent: none declared. */
	readonly earlierResidence?: readonly ResidenceSpan[];
	readonly worksInLombardy: boolean;
	readonly home: CurrentHome;
	/** Owns, anywhere the notice looks, a dwelling adequate for the household. */
	readonly ownsAdequateHome: boolean;
	readonly earlier: {
		/** Lost a public dwelling by its own act in the last five years. */
		readonly lostPublicDwelling: boolean;
		/** Culpable arrears for a public dwelling, still unpaid. */
		readonly unpaidArrears: boolean;
		/** Occupied a dwelling without title in the last five years. */
		readonly squatted: boolean;
	};
};
