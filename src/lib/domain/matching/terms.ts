import type { PairFacts } from './conditions';
import type { MatchingRules, RentedHome, Seeker } from './rented-home';

/** The most seekers for a home, and the most homes for a seeker. Whole numbers from 0. */
export type Caps = { readonly perHome: number; readonly perSeeker: number };

/** At most five tenants for a home and five homes for a tenant. */
export const suggestionCaps: Caps = { perHome: 5, perSeeker: 5 };

/** Public randomness for the last tie: one ticket for each id, as in an allocation round. */
export type Draw = { readonly beacon: string; readonly notice: string };

export type Fit = PairFacts & {
	/** Hundredths of a square metre above the least area that suits so many people. */
	readonly excessAreaDm2: number;
};

/** How a home fits a household, by the rules of size and accessibility. */
export type FitQuestion = {
	/**
	 * Households with the same profile (people, needs) fit every home alike, so each home is checked once for each
	 * profile.
	 */
	profileOf(seeker: Seeker): string;
	fit(home: RentedHome, seeker: Seeker): Fit;
};

/** Everything besides homes and seekers that decides the suggestions of a day. */
export type Terms = {
	readonly question: FitQuestion;
	readonly rules: MatchingRules;
	readonly draw: Draw;
	readonly caps?: Caps;
	/** Pairs that were already proposed to each other. They are not suggested again. */
	readonly tried?: readonly Pair[];
};

/** Ids of a home and a seeker. */
export type Pair = { readonly home: string; readonly seeker: string };
