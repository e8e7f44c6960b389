import type { ExpressionBuilder, Kysely } from 'kysely';
import { storedAnswers } from '$lib/server/letting/listings/stored-answers';
import type { Database } from '$lib/server/schema';

const place = ['buildings.street', 'buildings.street_number as streetNumber', 'dwellings.code'] as const;

/** Live tenancies whose contract is not registered, or whose keys are not delivered; with the listing of a private home. */
export async function listTenanciesToDo(db: Kysely<Database>) {
	return db
		.selectFrom('tenancies')
		.innerJoin('dwellings', 'dwellings.id', 'tenancies.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('tenancy_events as contract', (join) =>
			join.onRef('contract.tenancy_id', '=', 'tenancies.id').on('contract.event', '=', 'contract_registered')
		)
		.leftJoin('tenancy_events as keys', (join) =>
			join.onRef('keys.tenancy_id', '=', 'tenancies.id').on('keys.event', '=', 'keys_delivered')
		)
		.leftJoin('listing_proposals', 'listing_proposals.id', 'tenancies.proposal_id')
		.select(['tenancies.id', 'tenancies.started_at as startedAt', 'contract.at as contractAt'])
		.select(['listing_proposals.listing_id as listingId', ...place])
		.where('tenancies.ended_at', 'is', null)
		.where('keys.id', 'is', null)
		.execute();
}

/** Notices of rejection that wait for their decision. */
export async function listOpenRejections(db: Kysely<Database>) {
	return db
		.selectFrom('rejections')
		.innerJoin('applications', 'applications.id', 'rejections.application_id')
		.select(['applications.pseudonym', 'applications.notice_id as noticeId', 'rejections.deadline'])
		.select(['rejections.answered_at as answeredAt', 'applications.id as requestId'])
		.select(['rejections.proposed_by as proposedBy', 'rejections.proposed_at as proposedAt'])
		.where('rejections.closed_at', 'is', null)
		.execute();
}

/** Contests of lines that wait for their decision; `of`: of these requests alone. */
export async function listOpenContests(db: Kysely<Database>, of?: readonly string[]) {
	return db
		.selectFrom('contests')
		.innerJoin('applications', 'applications.id', 'contests.application_id')
		.select(['applications.id', 'applications.pseudonym', 'contests.at'])
		.where('contests.outcome', 'is', null)
		.where('applications.ended_at', 'is', null)
		.$if(of !== undefined, (query) => query.where('applications.id', 'in', of!))
		.execute();
}

/** Changes of households that wait for their decision; `of`: of these requests alone. */
export async function listOpenChanges(db: Kysely<Database>, of?: readonly string[]) {
	return db
		.selectFrom('household_changes')
		.innerJoin('applications', 'applications.id', 'household_changes.application_id')
		.select(['applications.id', 'applications.pseudonym', 'household_changes.at'])
		.where('household_changes.outcome', 'is', null)
		.where('applications.ended_at', 'is', null)
		.$if(of !== undefined, (query) => query.where('applications.id', 'in', of!))
		.execute();
}

/** Requests whose check waits for the household or for the office. */
export async function listWaitingChecks(db: Kysely<Database>) {
	return db
		.selectFrom('verifications')
		.innerJoin('applications', 'applications.id', 'verifications.application_id')
		.select(['applications.id', 'applications.pseudonym', 'verifications.due_at as dueAt'])
		.select('verifications.waits_for as waitsFor')
		.where('verifications.waits_for', 'is not', null)
		.where('applications.ended_at', 'is', null)
		.execute();
}

/** Viewings that a household booked and whose offer lasts, from an instant to another. */
export async function listViewings(db: Kysely<Database>, from: string, until: string) {
	return db
		.selectFrom('viewings')
		.innerJoin('offers', 'offers.id', 'viewings.offer_id')
		.innerJoin('dwellings', 'dwellings.id', 'viewings.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['viewings.starts_at as startsAt', 'offers.id as offerId', ...place])
		.where('viewings.starts_at', '>=', from)
		.where('viewings.starts_at', '<=', until)
		.where('offers.released_at', 'is', null)
		.execute();
}

/** Whether a tenancy came of a proposal of the listing. */
const isLet = ({ exists, selectFrom }: ExpressionBuilder<Database, 'listings'>) =>
	exists(
		selectFrom('tenancies')
			.innerJoin('listing_proposals', 'listing_proposals.id', 'tenancies.proposal_id')
			.select('tenancies.id')
			.whereRef('listing_proposals.listing_id', '=', 'listings.id')
	);

/** Listings that were sent, neither refused nor withdrawn, and not let. */
export async function listOpenListings(db: Kysely<Database>) {
	const rows = await db
		.selectFrom('listings')
		.innerJoin('listing_events as sent', (join) =>
			join.onRef('sent.listing_id', '=', 'listings.id').on('sent.event', '=', 'submitted')
		)
		.leftJoin('listing_events as inspected', (join) =>
			join.onRef('inspected.listing_id', '=', 'listings.id').on('inspected.event', '=', 'inspected')
		)
		.leftJoin('listing_events as published', (join) =>
			join.onRef('published.listing_id', '=', 'listings.id').on('published.event', '=', 'published')
		)
		.leftJoin('listing_events as over', (join) =>
			join.onRef('over.listing_id', '=', 'listings.id').on('over.event', 'in', ['refused', 'withdrawn'])
		)
		.select(['listings.id', 'listings.answers', 'sent.at as sentAt'])
		.select(['inspected.at as inspectedAt', 'published.at as publishedAt'])
		.where('over.id', 'is', null)
		.where((eb) => eb.not(isLet(eb)))
		.execute();
	return rows.map(({ answers, ...row }) => ({ ...row, address: storedAnswers(answers).address ?? null }));
}

/** The proposals of every listing that is published, not let, and neither refused nor withdrawn, the oldest first. */
export async function listProposalsOfOpenListings(db: Kysely<Database>) {
	return db
		.selectFrom('listing_proposals')
		.leftJoin('listing_events as over', (join) =>
			join
				.onRef('over.listing_id', '=', 'listing_proposals.listing_id')
				.on('over.event', 'in', ['refused', 'withdrawn'])
		)
		.select(['listing_proposals.listing_id as listingId', 'proposed_at as proposedAt', 'held_at as heldAt'])
		.select(['landlord_accepted_at as landlordAcceptedAt', 'tenant_accepted_at as tenantAcceptedAt'])
		.select(['released_at as releasedAt', 'released_by as releasedBy'])
		.where('over.id', 'is', null)
		.orderBy('listing_proposals.proposed_at')
		.orderBy('listing_proposals.id')
		.execute();
}
