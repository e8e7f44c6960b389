import { isGood, type RatedJourney, type RatingReason, type Stars } from '$lib/domain/ratings/rating';
import { m } from '$lib/paraglide/messages';

export const ratedName: Record<RatedJourney, () => string> = { request: m.rating_of_request, home: m.rating_of_home };

export const starsName: Record<Stars, () => string> = {
	1: m.rating_stars_1,
	2: m.rating_stars_2,
	3: m.rating_stars_3,
	4: m.rating_stars_4,
	5: m.rating_stars_5
};

const good: Record<RatingReason, () => string> = {
	clear: m.rating_good_clear,
	complete: m.rating_good_complete,
	'on-track': m.rating_good_on_track,
	technical: m.rating_good_technical,
	other: m.rating_other
};
const hard: Record<RatingReason, () => string> = {
	clear: m.rating_hard_clear,
	complete: m.rating_hard_complete,
	'on-track': m.rating_hard_on_track,
	technical: m.rating_hard_technical,
	other: m.rating_other
};

/** A reason as it reads beside these stars: what was good, or what was hard. */
export const reasonName = (reason: RatingReason, given: Stars): (() => string) => (isGood(given) ? good : hard)[reason];
