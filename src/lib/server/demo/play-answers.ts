import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RefusalReason } from '$lib/domain/offers/refusal-rules';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { insertEvents, release } from '$lib/server/letting/offers/repository';
import { sealReason } from '$lib/server/letting/offers/sealed-reason';
import { insertTenancy, insertTenancyEvent } from '$lib/server/letting/tenancies/repository';

export type PlayedOffer = { readonly id: string; readonly dwellingId: string };

/** An invented household has no account, so the officer records its yes at the desk. Returns the tenancy. */
export async function acceptAtDesk(trx: Transaction<Database>, offer: PlayedOffer, by: Actor, at: Instant) {
	const tenancyId = newId();
	await insertEvents(trx, [{ id: newId(), offer_id: offer.id, event: 'accepted', at, account_id: by.id }]);
	await insertTenancy(trx, { id: tenancyId, dwelling_id: offer.dwellingId, offer_id: offer.id, started_at: at });
	await insertTenancyEvent(trx, { id: newId(), tenancy_id: tenancyId, event: 'assigned', at, account_id: by.id });
	record(trx, { event: 'offer_accepted', by, subject: { type: 'offer', id: offer.id }, at });
	return tenancyId;
}

/** Records its no, with the reason; the home is free again. */
export async function refuseAtDesk(
	trx: Transaction<Database>,
	offer: PlayedOffer,
	answer: { readonly reason: RefusalReason; readonly justified: boolean },
	by: Actor,
	at: Instant
) {
	await release(trx, offer.id, at);
	const reason = await sealReason(trx, offer.id, 'refused', answer.reason);
	const { justified } = answer;
	await insertEvents(trx, [
		{ id: newId(), offer_id: offer.id, event: 'refused', at, account_id: by.id, justified: justified ? 1 : 0, reason }
	]);
	record(trx, { event: 'offer_refused', by, subject: { type: 'offer', id: offer.id }, reason, at });
}
