import type { Kysely, Transaction } from 'kysely';
import { readNeeds } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Proposal } from '$lib/domain/matching/proposal';
import { deleteSearch } from '$lib/server/letting/home-searches/erase-repository';
import { deleteListing } from '$lib/server/letting/listings/erase-repository';
import { listSealedTexts, setSealedTexts } from '$lib/server/letting/offers/erase-repository';
import { deleteProposals } from '$lib/server/letting/proposals/erase-repository';
import { shredKey } from '$lib/server/platform/secrets/repository';
import { needsPlace } from '$lib/server/letting/home-searches/home-search';
import { storedFacts } from '$lib/server/letting/home-searches/stored-facts';
import { listListings } from '$lib/server/letting/listings/repository';
import { listEvents } from '$lib/server/letting/offers/repository';
import { openReasons, sealEvidence, sealReason } from '$lib/server/letting/offers/sealed-reason';
import { listProposals } from '$lib/server/letting/proposals/repository';
import { listTenancyEvents } from '$lib/server/letting/tenancies/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { openNeeds } from '$lib/server/requests/applications/stored-health';
import type { Database } from '$lib/server/schema';
import * as repository from './repository';

/** Offers, searches for a home, listings and tenancies of an account. The other side is told by nothing but its answer. */
export async function exportOf(db: Kysely<Database>, accountId: string, now: Instant) {
	const offers = await offersOf(db, accountId);
	const homeSearches = await searchesOf(db, accountId, now);
	const listings = await listingsOf(db, accountId, now);
	const proposals = [...homeSearches, ...listings].flatMap((one) => one.proposals.map(({ id }) => id));
	const tenancies = await tenanciesOf(db, { offers: offers.map(({ id }) => id), proposals });
	return { offers, homeSearches, listings, tenancies };
}

async function offersOf(db: Kysely<Database>, accountId: string) {
	const rows = await repository.listOffers(db, accountId);
	const ids = rows.map(({ id }) => id);
	const events = await openReasons(db, await listEvents(db, ids));
	const viewings = await repository.listViewings(db, ids);
	return rows.map((offer) => ({
		...offer,
		events: events.filter(({ offerId }) => offerId === offer.id).map(({ offerId: _own, ...event }) => event),
		viewings: viewings.filter(({ offerId }) => offerId === offer.id).map(({ startsAt }) => startsAt)
	}));
}

const proposalOf = ({ id, proposedAt, landlordAcceptedAt, tenantAcceptedAt, heldAt, ...rest }: Proposal) => ({
	...{ id, proposedAt, landlordAcceptedAt, tenantAcceptedAt, heldAt },
	...{ releasedAt: rest.releasedAt, releasedBy: rest.releasedBy }
});

async function searchesOf(db: Kysely<Database>, accountId: string, now: Instant) {
	const rows = await repository.listSearches(db, accountId);
	const keys = await openDataKeys(
		db,
		rows.map(({ dataKeyId }) => dataKeyId)
	);
	const searches = [];
	for (const { needsSealed, dataKeyId, facts, ...search } of rows) {
		const key = keys.get(dataKeyId);
		const needs = key ? readNeeds(openNeeds(key, needsPlace(search.id), needsSealed)) : null;
		const proposals = (await listProposals(db, { requestId: search.id }, now)).map(proposalOf);
		searches.push({ ...search, facts: storedFacts(facts), needs, proposals });
	}
	return searches;
}

async function listingsOf(db: Kysely<Database>, accountId: string, now: Instant) {
	const listings = [];
	for (const { id, answers, createdAt, events, state } of await listListings(db, { accountId }, now)) {
		const proposals = (await listProposals(db, { listingId: id }, now)).map(proposalOf);
		const told = events.map(({ event, at, detail }) => ({ event, at, detail }));
		listings.push({ id, createdAt, state, answers, events: told, proposals });
	}
	return listings;
}

async function tenanciesOf(db: Kysely<Database>, from: Parameters<typeof repository.listTenancies>[1]) {
	const rows = await repository.listTenancies(db, from);
	const events = await listTenancyEvents(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((tenancy) => ({
		...tenancy,
		events: events.filter(({ tenancyId }) => tenancyId === tenancy.id).map(({ tenancyId: _own, ...event }) => event)
	}));
}

/** What of a private letting is alive: a home held, a home offered to let, a search. */
export type LettingObstacle = 'home-held' | 'listing' | 'home-search';

export async function obstaclesOf(db: Kysely<Database>, accountId: string, now: Instant): Promise<LettingObstacle[]> {
	const found: LettingObstacle[] = [];
	const listings = await listListings(db, { accountId }, now);
	if (listings.some(({ state }) => state === 'held')) found.push('home-held');
	if (listings.some(({ state }) => ['submitted', 'inspected', 'published'].includes(state))) found.push('listing');
	const searches = await repository.listSearches(db, accountId);
	if (searches.some(({ endedAt }) => endedAt === null)) found.push('home-search');
	return found;
}

/**
 * Deletes searches and listings with their proposals. What led to a tenancy (`let`: the ids of its proposals) is kept for as
 * long as the tenancy. Reasons of offers are sealed anew with the key of the request.
 */
export async function eraseOf(
	trx: Transaction<Database>,
	accountId: string,
	lets: ReadonlySet<string>,
	now: Instant
): Promise<void> {
	await sealReasonsAnew(trx, accountId);
	for (const { id, dataKeyId } of await repository.listSearches(trx, accountId)) {
		await shredKey(trx, dataKeyId, now);
		if (await deleteUnlet(trx, await listProposals(trx, { requestId: id }, now), lets)) await deleteSearch(trx, id);
	}
	for (const { id } of await listListings(trx, { accountId }, now))
		if (await deleteUnlet(trx, await listProposals(trx, { listingId: id }, now), lets)) await deleteListing(trx, id);
}

/** Deletes searches that ended without a tenancy, with their proposals. */
export async function eraseSearches(trx: Transaction<Database>, ids: readonly string[], now: Instant): Promise<void> {
	for (const id of ids) {
		await deleteUnlet(trx, await listProposals(trx, { requestId: id }, now), new Set());
		await deleteSearch(trx, id);
	}
}

/** Deletes why offers to these requests ended, and what was written down of the answers. */
export async function eraseReasonsOf(trx: Transaction<Database>, requests: readonly string[]): Promise<void> {
	for (const { id } of await listSealedTexts(trx, await repository.offersOfRequests(trx, requests)))
		await setSealedTexts(trx, id, { reason: null, evidence: null });
}

/** Deletes the proposals that led to no tenancy; answers whether none is left. */
async function deleteUnlet(trx: Transaction<Database>, proposals: readonly Proposal[], lets: ReadonlySet<string>) {
	const unlet = proposals.filter(({ id }) => !lets.has(id)).map(({ id }) => id);
	await deleteProposals(trx, unlet);
	return unlet.length === proposals.length;
}

async function sealReasonsAnew(trx: Transaction<Database>, accountId: string): Promise<void> {
	const offers = (await repository.listOffers(trx, accountId)).map(({ id }) => id);
	for (const { id, offerId, event, reason, evidence } of await openReasons(trx, await listSealedTexts(trx, offers))) {
		const what = event as 'refused';
		await setSealedTexts(trx, id, {
			reason: reason === null ? null : await sealReason(trx, offerId, what, reason),
			evidence: evidence === null ? null : await sealEvidence(trx, offerId, what, evidence)
		});
	}
}
