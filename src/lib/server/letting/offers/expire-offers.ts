import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { tellOffersEnded } from './offer-messages';
import { insertEvents, releaseExpired } from './repository';
import { freeSlots } from './viewing-repository';

/**
 * Records that unanswered offers ended at their deadline, and releases their dwellings. A job runs it, and every act
 * that needs a dwelling runs it first. Every page counts an offer as expired from its deadline, recorded or not.
 * @returns how many offers this call ended; two processes never end the same offer
 */
export async function expireOffers(trx: Transaction<Database>, now: Instant): Promise<number> {
	const expired = await releaseExpired(trx, now);
	await insertEvents(
		trx,
		expired.map(({ id, deadline }) => ({ id: newId(), offer_id: id, event: 'expired' as const, at: deadline }))
	);
	// A time that was booked is free for the household that is offered the home next.
	for (const { id } of expired) await freeSlots(trx, id, now);
	for (const { id } of expired)
		record(trx, { event: 'offer_expired', by: system, subject: { type: 'offer', id }, at: now });
	const ids = expired.map(({ id }) => id);
	await tellOffersEnded(trx, ids, 'offer_expired', now);
	return expired.length;
}
