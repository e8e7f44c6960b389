import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { certifySuggestions } from '$lib/domain/matching/certify-suggestions';
import { checkConditions, conditionsForLandlord } from '$lib/domain/matching/conditions';
import { canAct } from '$lib/domain/matching/listing-state';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { matchingRules, suggestionsOfDay } from './day-suggestions';
import { homeOf, seekerOf } from './fit-question';
import { tellBoth } from './proposal-messages';
import * as listings from '$lib/server/letting/listings/repository';
import * as proposals from './repository';
import * as requests from '$lib/server/letting/home-searches/repository';

/** Tenants suggested for one published home, without their needs; with the certificate of all suggestions of the day. */
export async function suggestionsFor(db: Kysely<Database>, listingId: string, now: Instant) {
	const day = await suggestionsOfDay(db, now);
	const byId = new Map(day.requests.map((request) => [request.id, request]));
	const tenants = day.suggestions
		.filter(({ home }) => home === listingId)
		.map(({ seeker, conditions }) => {
			const { id, pseudonym, facts, synthetic } = byId.get(seeker)!;
			return { requestId: id, pseudonym, people: facts.people, neededBy: facts.neededBy, synthetic, conditions };
		});
	const certificate = certifySuggestions(day.homes, day.seekers, day.suggestions, day.terms);
	return { tenants, suggested: day.suggestions.length, certificate };
}

/**
 * The proposals of a listing as the landlord reads them: fit by condition, nothing about health and nothing about who
 * the household is.
 */
export async function householdsFor(db: Kysely<Database>, listingId: string, now: Instant) {
	const listing = await listings.findListing(db, listingId, now);
	const all = await proposals.listProposals(db, { listingId }, now);
	const asked = await requests.listRequests(
		db,
		all.map((one) => one.requestId)
	);
	const found = new Map(asked.map((one) => [one.id, one]));
	return all.map((proposal) => {
		const request = found.get(proposal.requestId)!;
		// Only households of the right size are proposed. No needs are opened here, because a carer's room would reveal
		// health.
		const facts = { adequateSize: true, needs: 'none' } as const;
		return {
			id: proposal.id,
			pseudonym: proposal.pseudonym,
			people: request.facts.people,
			synthetic: proposal.synthetic,
			landlordAcceptedAt: proposal.landlordAcceptedAt,
			tenantAcceptedAt: proposal.tenantAcceptedAt,
			heldAt: proposal.heldAt,
			releasedAt: proposal.releasedAt,
			releasedBy: proposal.releasedBy,
			conditions: conditionsForLandlord(checkConditions(homeOf(listing!), seekerOf(request), facts, matchingRules))
		};
	});
}

const unanswered = {
	landlord_accepted_at: null,
	tenant_accepted_at: null,
	held_at: null,
	released_at: null,
	released_by: null
};

/** Proposes a suggested household and the landlord to each other. */
export async function proposeTenant(
	trx: Transaction<Database>,
	listingId: string,
	requestId: string,
	by: Actor,
	now: Instant
) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const listing = await listings.lockListing(trx, listingId, now);
	if (!listing) return { ok: false as const, problem: 'not-found' as const };
	if (!canAct(listing.state, 'propose')) return { ok: false as const, problem: 'already-moved-on' as const };
	if (await proposals.wasProposed(trx, listingId, requestId))
		return { ok: false as const, problem: 'already-proposed' as const };
	const { suggestions } = await suggestionsOfDay(trx, now);
	if (!suggestions.some(({ home, seeker }) => home === listingId && seeker === requestId))
		return { ok: false as const, problem: 'not-suggested' as const };
	const id = newId();
	await proposals.insertProposal(trx, {
		...unanswered,
		id,
		listing_id: listingId,
		tenant_request_id: requestId,
		proposed_at: now
	});
	record(trx, { event: 'tenant_proposed', by, subject: { type: 'listing_proposal', id }, at: now });
	const proposal = { id, listingId, requestId, landlordAccountId: listing.accountId };
	await tellBoth(trx, ['home_proposed', 'household_proposed'], proposal, now);
	return { ok: true as const, id };
}
