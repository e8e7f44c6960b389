import type { PairFacts } from './conditions';
import type { MatchingRules, RentedHome, Seeker } from './rented-home';

/** At most so many seekers a home and homes a seeker; whole numbers from 0. */
export type Caps = { readonly perHome: number; readonly perSeeker: number };

/** At most five tenants a home and five homes a tenant (allocation.md, Landlords and tenants). */
export const suggestionCaps: Caps = { perHome: 5, perSeeker: 5 };

/** Public randomness for the last tie: one ticket an id, as in an allocation round. */
export type Draw = { readonly beacon: string; readonly notice: string };

export type Fit = PairFacts & {
	/** Hundredths of m2 above the least that suits so many people. */
	readonly excessAreaDm2: number;
};

/** How a home fits a household: what the rules of size and of accessibility answer. */
export type FitQuestion = {
	/** Households with one profile (people, needs) fit every home alike: each home is asked once a profile. */
	profileOf(seeker: Seeker): string;
	fit(home: RentedHome, seeker: Seeker): Fit;
};

/** Everything that the suggestions of a day depend on, besides homes and seekers. */
export type Terms = {
	readonly question: FitQuestion;
	readonly rules: MatchingRules;
	readonly draw: Draw;
	readonly caps?: Caps;
	/** Pairs that were put before each other once: not suggested again. */
	readonly tried?: readonly Pair[];
};

/** Ids of a home and a seeker. */
export type Pair = { readonly home: string; readonly seeker: string };
