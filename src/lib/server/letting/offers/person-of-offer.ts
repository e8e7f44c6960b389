import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import type { PersonOfFile } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { whoAsks, type AskingHousehold } from '$lib/server/requests/applications/who-asks';
import type { Database } from '$lib/server/schema';
import { findOffer, findOfferedRequest } from './repository';

/** The person of a letting. `household`: where a request of a notice tells it. */
export type PersonOfLetting = PersonOfFile & { readonly household?: AskingHousehold };

/** The person to whom a home was offered; null for a household without an account. */
export async function personOfOffer(db: Kysely<Database>, offerId: string): Promise<PersonOfLetting | null> {
	const request = await findOfferedRequest(db, offerId);
	const asks = request && (await whoAsks(db, request));
	return asks ? { ...asks, subject: { type: 'offer', id: offerId } } : null;
}

/** Records that `by` reads what a household answered to an offer, or how the home fits its needs. */
export async function noteAnswerRead(trx: Transaction<Database>, id: string, by: Actor, now: Instant): Promise<void> {
	const offer = await findOffer(trx, id);
	if (offer) await noteReadings(trx, [{ accountId: offer.accountId, subject: { type: 'answer', id } }], by, now);
}
