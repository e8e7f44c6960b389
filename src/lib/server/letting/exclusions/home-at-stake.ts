import type { Kysely } from 'kysely';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { listPublished } from '$lib/server/allocation/rounds/repository';
import type { Database } from '$lib/server/schema';
import { findHeldOffer } from './repository';

/** The home that a household would lose with its request: an offer that it holds, or its place in the ranking. */
export type HomeAtStake = { readonly kind: 'offer'; readonly offerId: string } | { readonly kind: 'place' };

type Request = { readonly applicationId: string; readonly noticeId: string; readonly pseudonym: string };

/**
 * What a household would lose by an exclusion: an offer, unanswered or accepted; or the home that the newest published ranking
 * gives it. Null where it would lose none.
 */
export async function homeAtStake(db: Kysely<Database>, request: Request): Promise<HomeAtStake | null> {
	const offerId = await findHeldOffer(db, request.applicationId);
	if (offerId) return { kind: 'offer', offerId };
	const [newest] = await listPublished(db, request.noticeId);
	const opened = newest && (await openedRound(db, newest.id));
	const given = opened?.result.assignments.some(({ application }) => application === request.pseudonym);
	return given ? { kind: 'place' } : null;
}
