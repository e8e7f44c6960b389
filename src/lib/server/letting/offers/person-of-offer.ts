import type { Kysely } from 'kysely';
import type { PersonOfFile } from '$lib/server/people/readings/service';
import { whoAsks, type AskingHousehold } from '$lib/server/requests/applications/who-asks';
import type { Database } from '$lib/server/schema';
import { findOfferedRequest } from './repository';

/** The person of a letting. `household`: where a request of a notice tells it. */
export type PersonOfLetting = PersonOfFile & { readonly household?: AskingHousehold };

/** The person to whom a home was offered; null for a household without an account. */
export async function personOfOffer(db: Kysely<Database>, offerId: string): Promise<PersonOfLetting | null> {
	const request = await findOfferedRequest(db, offerId);
	const asks = request && (await whoAsks(db, request));
	return asks ? { ...asks, subject: { type: 'offer', id: offerId } } : null;
}
