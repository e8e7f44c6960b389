/** The journeys that a household rates at their end: up to the request that it sent, and up to the keys. */
export const ratedJourneys = ['request', 'home'] as const;
export type RatedJourney = (typeof ratedJourneys)[number];

/** From 1, very hard, to 5, very easy (Designers Italia, C.SE.1.7). */
export const stars = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof stars)[number];

/** What a rating was about. Fixed, so that nobody writes a fact of a household into it. */
export const ratingReasons = ['clear', 'complete', 'on-track', 'technical', 'other'] as const;
export type RatingReason = (typeof ratingReasons)[number];

export interface Rating {
	readonly journey: RatedJourney;
	readonly stars: Stars;
	readonly reasons: readonly RatingReason[];
}

/** Whether its reasons say what was good; else they say what was hard. */
export const isGood = (given: Stars): boolean => given > 3;

/** Fewer ratings than these could be told apart by an officer who knows the households. */
export const FEWEST_SHOWN = 5;

export interface RatingSummary {
	readonly journey: RatedJourney;
	/** Null below `FEWEST_SHOWN`. */
	readonly shown: {
		readonly count: number;
		/** Hundredths of a star. */
		readonly mean: number;
		/** How many gave 1, 2, 3, 4 and 5. */
		readonly byStars: readonly number[];
		readonly good: Readonly<Record<RatingReason, number>>;
		readonly hard: Readonly<Record<RatingReason, number>>;
	} | null;
}

/** What staff read of all ratings, a journey each. */
export function summarise(ratings: readonly Rating[]): RatingSummary[] {
	return ratedJourneys.map((journey) => {
		const given = ratings.filter((one) => one.journey === journey);
		return { journey, shown: given.length < FEWEST_SHOWN ? null : summaryOf(given) };
	});
}

function summaryOf(given: readonly Rating[]) {
	const sum = given.reduce((total, one) => total + one.stars, 0);
	const countsOf = (some: readonly Rating[]) =>
		Object.fromEntries(
			ratingReasons.map((reason) => [reason, some.filter(({ reasons }) => reasons.includes(reason)).length])
		) as Record<RatingReason, number>;
	return {
		count: given.length,
		mean: Math.round((sum * 100) / given.length),
		byStars: stars.map((some) => given.filter((one) => one.stars === some).length),
		good: countsOf(given.filter((one) => isGood(one.stars))),
		hard: countsOf(given.filter((one) => !isGood(one.stars)))
	};
}
