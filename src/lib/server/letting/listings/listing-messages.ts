import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Listing } from '$lib/domain/matching/listing';
import { tell } from '$lib/server/people/messages/tell';
import type { Template } from '$lib/server/people/messages/templates';
import type { Database } from '$lib/server/schema';

type ListingTemplate = Exclude<Extract<Template, `listing_${string}`>, 'listing_closed'>;

/** Tells the landlord what became of the listing. The reason of a refusal stays on its page. */
export async function tellOwner(
	trx: Transaction<Database>,
	template: ListingTemplate,
	{ id, accountId }: Pick<Listing, 'id' | 'accountId'>,
	now: Instant
): Promise<void> {
	await tell(trx, template, { to: { accountId }, path: `/landlord/listings/${id}`, words: () => ({}) }, now);
}
