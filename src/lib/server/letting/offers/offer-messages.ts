import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Locale } from '$lib/paraglide/runtime';
import { tell } from '$lib/server/people/messages/tell';
import type { Template, WordsOf } from '$lib/server/people/messages/templates';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';
import { formatDeadline, formatViewing } from '$lib/words/format';
import { listHouseholds } from './repository';

type OfferTemplate =
	| Extract<Template, `offer_${string}` | `viewing_${string}`>
	| 'contract_registered'
	| 'keys_delivered';
type Ended = 'offer_accepted' | 'offer_refused' | 'offer_expired' | 'offer_withdrawn' | 'offer_replaced';

/** Tells each household of its offer, its deadline and where to answer. It says nothing about the home or the household. */
export const tellOffersMade = (trx: Transaction<Database>, ids: readonly string[], deadline: Instant, now: Instant) =>
	tellHouseholds(trx, ids, 'offer_made', (locale) => ({ deadline: formatDeadline(deadline, locale) }), now);

/** Tells the households that their deadline is near. */
export const tellOfferNear = (trx: Transaction<Database>, id: string, deadline: Instant, now: Instant) =>
	tellHouseholds(trx, [id], 'offer_near', (locale) => ({ deadline: formatDeadline(deadline, locale) }), now);

/** Tells the households how their offers ended, or that their answer arrived. */
export const tellOffersEnded = (trx: Transaction<Database>, ids: readonly string[], how: Ended, now: Instant) =>
	tellHouseholds(trx, ids, how, () => ({}), now);

/** Tells a household that accepted that the contract is registered, or that the keys are handed over. */
export const tellTenancyOfOffer = (
	trx: Transaction<Database>,
	offerId: string,
	step: 'contract_registered' | 'keys_delivered',
	now: Instant
) => tellHouseholds(trx, [offerId], step, () => ({}), now);

type ViewingChange = 'viewing_booked' | 'viewing_moved' | 'viewing_cancelled' | 'viewing_removed';

/** Tells a household what became of its visit. */
export const tellViewing = (
	trx: Transaction<Database>,
	{ offerId, startsAt }: { readonly offerId: string; readonly startsAt: Instant },
	change: ViewingChange,
	now: Instant
) => tellHouseholds(trx, [offerId], change, (locale) => ({ when: formatViewing(startsAt, locale) }), now);

async function tellHouseholds<One extends OfferTemplate>(
	trx: Transaction<Database>,
	ids: readonly string[],
	template: One,
	words: (locale: Locale) => WordsOf<One>,
	now: Instant
): Promise<void> {
	for (const { id, ...request } of await listHouseholds(trx, ids))
		await tell(trx, template, { to: recipientOf(request), path: `/my/offers/${id}`, words }, now);
}
