import type { RatedJourney, Stars } from '$lib/domain/ratings/rating';

/** How easy a household found a journey. It may change its mind: the last rating counts. */
export type RatingsTable = {
	application_id: string;
	journey: RatedJourney;
	stars: Stars;
	/** Reasons of `ratingReasons`, with commas between. */
	reasons: string;
	at: string;
};
