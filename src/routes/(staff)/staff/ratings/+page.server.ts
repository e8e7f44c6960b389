import { error } from '@sveltejs/kit';
import { ratingReasons, stars, type RatingReason, type RatingSummary, type Stars } from '$lib/domain/ratings/rating';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { readRatings } from '$lib/server/requests/ratings/service';
import { formatPoints } from '$lib/words/format';
import { ratedName, reasonName, starsName } from '$lib/words/rating-text';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const summaries = await readRatings(db(), requireActor(locals));
	if (!summaries) error(403, m.auth_refused_title());
	return { journeys: summaries.map(journeyText) };
};

function journeyText({ journey, shown }: RatingSummary) {
	const about = { id: journey, name: ratedName[journey]() };
	if (!shown) return { ...about, shown: null };
	const { count, mean, byStars, good, hard } = shown;
	const tallies = (counts: Readonly<Record<RatingReason, number>>, given: Stars) =>
		ratingReasons.map((reason) => ({ name: reasonName(reason, given)(), count: counts[reason] }));
	return {
		...about,
		shown: {
			lead: m.ratings_mean({ mean: formatPoints(mean), count }),
			stars: stars.map((value, index) => ({ name: starsName[value](), count: byStars[index]! })),
			good: tallies(good, 5),
			hard: tallies(hard, 1)
		}
	};
}
