import { repeated, type Rows } from './rows';

/** No dwelling is promised to two households, no household has two requests, no offer leads to two homes. */
export function housing(rows: Rows): string[] {
	const offers = rows.offers.filter((offer) => offer.released_at === null);
	const tenancies = rows.tenancies.filter((tenancy) => tenancy.ended_at === null);
	const holds = rows.listing_proposals.filter((one) => one.held_at !== null && one.released_at === null);
	const dwellingOf = new Map(rows.listings.map(({ id, dwelling_id }) => [id, dwelling_id ?? id]));
	// A tenancy continues the offer or the hold that it came of.
	const promised = [
		...offers.map((offer) => `${offer.dwelling_id} offer ${offer.id}`),
		...tenancies.map(
			(one) => `${one.dwelling_id} ${one.offer_id ? 'offer' : 'hold'} ${one.offer_id ?? one.proposal_id}`
		),
		...holds.map((hold) => `${dwellingOf.get(hold.listing_id)} hold ${hold.id}`)
	];
	const dwellings = [...new Set(promised)].map((promise) => promise.split(' ')[0]!);
	const live = rows.applications.filter((one) => one.ended_at === null);
	const once: Record<string, readonly string[]> = {
		'dwelling promised to two households': dwellings,
		'dwelling with two offers': offers.map((offer) => offer.dwelling_id),
		'dwelling with two tenancies': tenancies.map((tenancy) => tenancy.dwelling_id),
		'household with two offers': offers.map((offer) => offer.application_id),
		'household with two held homes': holds.map((hold) => hold.tenant_request_id),
		'household with two requests under a notice': live.map((one) => `${one.notice_id} ${one.account_id}`),
		'household with two searches': rows.tenant_requests
			.filter((one) => one.ended_at === null)
			.map((one) => String(one.account_id)),
		'person with two drafts': rows.application_drafts.map((one) => `${one.notice_id} ${one.account_id}`),
		'protocol given twice': rows.applications.map((one) => one.protocol),
		'address with two accounts': rows.accounts.map((one) => one.email)
	};
	return Object.entries(once).flatMap(([what, values]) => repeated(values).map((value) => `${what}: ${value}`));
}
