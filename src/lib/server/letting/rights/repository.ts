import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The offers of homes to an account. */
export async function listOffers(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.innerJoin('dwellings', 'dwellings.id', 'offers.dwelling_id')
		.select(['offers.id', 'offers.application_id as requestId', 'dwellings.code as dwelling'])
		.select(['offers.made_at as madeAt', 'offers.deadline', 'offers.released_at as releasedAt'])
		.where('applications.account_id', '=', accountId)
		.orderBy('offers.made_at')
		.orderBy('offers.id')
		.execute();
}

/** The visits that these offers booked. */
export async function listViewings(db: Kysely<Database>, offers: readonly string[]) {
	if (offers.length === 0) return [];
	return db
		.selectFrom('viewings')
		.select(['offer_id as offerId', 'starts_at as startsAt'])
		.where('offer_id', 'in', offers)
		.orderBy('starts_at')
		.execute();
}

type From = { readonly offers: readonly string[]; readonly proposals: readonly string[] };

/** The tenancies that came of these offers and proposals. */
export async function listTenancies(db: Kysely<Database>, { offers, proposals }: From) {
	if (offers.length + proposals.length === 0) return [];
	return db
		.selectFrom('tenancies')
		.innerJoin('dwellings', 'dwellings.id', 'tenancies.dwelling_id')
		.select(['tenancies.id', 'offer_id as offerId', 'proposal_id as proposalId', 'dwellings.code as dwelling'])
		.select(['started_at as startedAt', 'ended_at as endedAt'])
		.where((eb) => eb.or([eb('offer_id', 'in', [...offers, '']), eb('proposal_id', 'in', [...proposals, ''])]))
		.orderBy('started_at')
		.execute();
}

/** The searches of an account for a home of a landlord, with their needs still sealed. */
export async function listSearches(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('tenant_requests')
		.select(['id', 'pseudonym', 'facts', 'needs_sealed as needsSealed', 'data_key_id as dataKeyId'])
		.select(['submitted_at as submittedAt', 'ended_at as endedAt'])
		.where('account_id', '=', accountId)
		.orderBy('submitted_at')
		.execute();
}

export async function offersOfRequests(db: Kysely<Database>, requests: readonly string[]): Promise<string[]> {
	if (requests.length === 0) return [];
	const rows = await db.selectFrom('offers').select('id').where('application_id', 'in', requests).execute();
	return rows.map(({ id }) => id);
}
