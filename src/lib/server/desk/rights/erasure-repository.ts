import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The requests of an account with the closing of their notice. */
export async function listRequests(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('applications')
		.innerJoin('notices', 'notices.id', 'applications.notice_id')
		.select(['applications.id', 'protocol', 'ended_at as endedAt', 'closes_at as closesAt'])
		.where('account_id', '=', accountId)
		.orderBy('submitted_at')
		.execute();
}

/** The tenancies of an account, as tenant of either way or as landlord. */
export async function listTenancies(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('tenancies')
		.leftJoin('offers', 'offers.id', 'tenancies.offer_id')
		.leftJoin('applications', 'applications.id', 'offers.application_id')
		.leftJoin('listing_proposals as p', 'p.id', 'tenancies.proposal_id')
		.leftJoin('tenant_requests', 'tenant_requests.id', 'p.tenant_request_id')
		.leftJoin('listings', 'listings.id', 'p.listing_id')
		.select(['tenancies.id', 'tenancies.ended_at as endedAt', 'p.id as proposalId'])
		.select('offers.application_id as requestId')
		.where((eb) =>
			eb.or([
				eb('applications.account_id', '=', accountId),
				eb('tenant_requests.account_id', '=', accountId),
				eb('listings.account_id', '=', accountId)
			])
		)
		.orderBy('tenancies.id')
		.execute();
}

/** Whether an offer of an account is open, or accepted and without a tenancy that ended. */
export async function hasLiveOffer(db: Kysely<Database>, accountId: string): Promise<boolean> {
	const row = await db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.leftJoin('tenancies', 'tenancies.offer_id', 'offers.id')
		.select('offers.id')
		.where('applications.account_id', '=', accountId)
		.where('offers.released_at', 'is', null)
		.where('tenancies.id', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}
