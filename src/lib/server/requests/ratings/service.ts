import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import {
	ratingReasons,
	summarise,
	type RatedJourney,
	type Rating,
	type RatingReason,
	type RatingSummary,
	type Stars
} from '$lib/domain/ratings/rating';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { findJourney } from '$lib/server/requests/applications/journey-repository';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { findRating, listRatings, putRating } from './repository';

/** The journey of a request of `by` that has come to its end, with the rating that it got; null for another's request. */
export async function readOwnRating(
	db: Kysely<Database>,
	requestId: string,
	by: Actor
): Promise<{ journey: RatedJourney; protocol: string; rating: Rating | null } | null> {
	const request = await findApplication(db, requestId);
	if (!request || request.accountId !== by.id) return null;
	const { keysAt } = await findJourney(db, request);
	const journey = keysAt === null ? 'request' : 'home';
	return { journey, protocol: request.protocol, rating: (await findRating(db, requestId, journey)) ?? null };
}

type Given = { readonly stars?: Stars; readonly reasons?: readonly RatingReason[] };

/**
 * Writes how easy a household found its journey, or why: what is not given stays. The log says that it rated, not how. Reasons
 * go with the stars that they were given for.
 */
export async function rateJourney(
	trx: Transaction<Database>,
	{ requestId, ...given }: Given & { readonly requestId: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-found' | 'stars-first' }> {
	const own = await readOwnRating(trx, requestId, by);
	if (!own) return { ok: false, problem: 'not-found' };
	const { journey, rating: before } = own;
	const stars = given.stars ?? before?.stars;
	if (stars === undefined) return { ok: false, problem: 'stars-first' };
	const kept = before?.stars === stars ? before.reasons : [];
	const reasons = given.reasons ? ratingReasons.filter((one) => given.reasons!.includes(one)) : kept;
	if (before?.stars === stars && before.reasons.join() === reasons.join()) return { ok: true };
	await putRating(trx, { application_id: requestId, journey, stars, reasons: reasons.join(), at: now });
	record(trx, { event: 'journey_rated', by, subject: { type: 'application', id: requestId }, at: now });
	return { ok: true };
}

/** What staff read of all ratings; null for anybody else. */
export async function readRatings(db: Kysely<Database>, by: Actor): Promise<RatingSummary[] | null> {
	return allows(by, 'officer', 'manager') ? summarise(await listRatings(db)) : null;
}
