import type { Transaction } from 'kysely';
import { ratingReasons, type Stars } from '$lib/domain/ratings/rating';
import { putRating } from '$lib/server/requests/ratings/repository';
import { rateJourney } from '$lib/server/requests/ratings/service';
import type { Database } from '$lib/server/schema';
import { allowed } from './play-rounds';
import type { World } from './world';

/** The day on which households rated, from today. */
const RATED = -20;

/** Stars of synthetic households, one after the other: more of them found it easy. */
const GIVEN: readonly Stars[] = [5, 4, 4, 2, 5, 3, 1, 4];

const RATINGS = 40;

/** Synthetic households of the running notice rated how easy their request was, and so did the applicant of the demo. */
export async function playRatings(trx: Transaction<Database>, world: World): Promise<void> {
	const { noticeId } = world.running;
	const { richiedente } = world.cast;
	const at = world.load.at(RATED);
	const requests = world.rows.applications!.filter(({ notice_id, ended_at }) => notice_id === noticeId && !ended_at);
	const own = requests.find(({ account_id }) => account_id === richiedente.id);
	if (own) allowed(await rateJourney(trx, { requestId: own.id, stars: 4, reasons: ['clear'] }, richiedente, at));
	for (const [index, { id }] of requests
		.filter((one) => one !== own)
		.slice(0, RATINGS)
		.entries()) {
		const stars = GIVEN[index % GIVEN.length]!;
		const reasons = ratingReasons.filter((_, place) => (index + place) % 3 === 0).join();
		await putRating(trx, { application_id: id, journey: 'request', stars, reasons, at });
	}
}
