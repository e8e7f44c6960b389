import type { Kysely, Transaction } from 'kysely';
import { fitFor } from '$lib/domain/accessibility/fit';
import { noNeeds, type Needs } from '$lib/domain/accessibility/needs';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import { checkConditions, conditionsForLandlord } from '$lib/domain/matching/conditions';
import { canAct } from '$lib/domain/matching/listing-state';
import type { MatchingRules, RentedHome, Seeker } from '$lib/domain/matching/rented-home';
import { suggestTenants, type PairQuestion } from '$lib/domain/matching/suggest-tenants';
import { milanSupport } from '$lib/domain/rent/agency-support';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { record } from '$lib/server/audit/record';
import { allows, type Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import { newId } from '$lib/server/ids';
import { openDataKeys } from '$lib/server/secrets/data-key';
import { unseal } from '$lib/server/secrets/seal';
import type { Listing } from '$lib/domain/matching/listing';
import * as listings from './listing-repository';
import * as proposals from './proposal-repository';
import { needsPlace, type TenantRequest } from './tenant-request';
import * as requests from './tenant-request-repository';

const rules: MatchingRules = {
	iseeMaxCents: milanSupport.tenantIseeMaxCents,
	rentToIncomeMaxPercent: milanSupport.rentToIncomeMaxPercent
};

/**
 * Tenants suggested for one published home, out of all homes and households of the day: the public draw of a day has
 * its date as beacon. A pair that was once proposed is not suggested again.
 */
export async function suggestionsFor(db: Kysely<Database>, listingId: string, now: Instant) {
	const open = (await listings.listListings(db, { sent: true })).filter(({ state }) => state === 'published');
	if (!open.some(({ id }) => id === listingId)) return [];
	const seeking = await requests.listSeeking(db);
	const tried = new Set((await proposals.listPairs(db)).map((pair) => `${pair.listingId} ${pair.requestId}`));
	const needs = await openNeeds(db, seeking);
	const byId = new Map(seeking.map((request) => [request.id, request]));
	const homes = new Map(open.map((listing) => [listing.id, listing]));
	const draw = { beacon: dayOf(now).replaceAll('-', ''), notice: 'agreed-rent' };
	const ask: PairQuestion = (home, seeker) => pairFacts(homes.get(home.id)!, seeker, needs.get(seeker.id) ?? null);
	const untried: PairQuestion = (home, seeker) =>
		tried.has(`${home.id} ${seeker.id}`)
			? { adequateSize: null, needs: 'unknown', excessAreaDm2: 0 }
			: ask(home, seeker);
	return suggestTenants(open.map(homeOf), seeking.map(seekerOf), untried, rules, draw)
		.filter(({ home }) => home === listingId)
		.map(({ seeker, conditions, needs: fit }) => {
			const { id, pseudonym, facts, synthetic } = byId.get(seeker)!;
			return { requestId: id, pseudonym, people: facts.people, neededBy: facts.neededBy, synthetic, conditions, fit };
		});
}

/** The proposals of a listing as the landlord reads them: fit by condition, nothing about health, nothing of who they are. */
export async function householdsFor(db: Kysely<Database>, listingId: string) {
	const listing = await listings.findListing(db, listingId);
	const all = await proposals.listProposals(db, { listingId });
	const found = new Map(
		(
			await requests.listRequests(
				db,
				all.map((one) => one.requestId)
			)
		).map((one) => [one.id, one])
	);
	return all.map((proposal) => {
		const request = found.get(proposal.requestId)!;
		// Only a household of fitting size is ever proposed, and a carer's room would tell of health: no needs are opened here.
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
			conditions: conditionsForLandlord(checkConditions(homeOf(listing!), seekerOf(request), facts, rules))
		};
	});
}

/** Puts a suggested household and the landlord before each other. */
export async function proposeTenant(
	trx: Transaction<Database>,
	listingId: string,
	requestId: string,
	by: Actor,
	now: Instant
) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const listing = await listings.lockListing(trx, listingId);
	if (!listing) return { ok: false as const, problem: 'not-found' as const };
	if (!canAct(listing.state, 'propose')) return { ok: false as const, problem: 'already-moved-on' as const };
	const suggested = await suggestionsFor(trx, listingId, now);
	if (!suggested.some((one) => one.requestId === requestId))
		return { ok: false as const, problem: 'not-suggested' as const };
	const id = newId();
	await proposals.insertProposal(trx, {
		id,
		listing_id: listingId,
		tenant_request_id: requestId,
		proposed_at: now,
		landlord_accepted_at: null,
		tenant_accepted_at: null,
		held_at: null,
		released_at: null,
		released_by: null
	});
	record(trx, { event: 'tenant_proposed', by, subject: { type: 'listing_proposal', id }, at: now });
	return { ok: true as const, id };
}

async function openNeeds(db: Kysely<Database>, seeking: readonly TenantRequest[]): Promise<Map<string, Needs>> {
	const keys = await openDataKeys(db, [...new Set(seeking.map(({ dataKeyId }) => dataKeyId))]);
	const open = seeking.flatMap(({ id, dataKeyId, needsSealed }) => {
		const key = keys.get(dataKeyId);
		return key ? [[id, { ...noNeeds, ...(unseal(key, needsPlace(id), needsSealed) as Partial<Needs>) }] as const] : [];
	});
	return new Map(open);
}

function homeOf({ id, answers, events }: Listing): RentedHome {
	const inspection = events.find(({ event }) => event === 'inspected')?.detail;
	return {
		id,
		rentCents: answers.rent!.rentCents,
		netAreaDm2: inspection?.netAreaDm2 ?? answers.flat!.netAreaDm2,
		availableFrom: answers.rent!.availableFrom,
		conditions: answers.rent!.conditions
	};
}

const seekerOf = ({ id, facts }: TenantRequest): Seeker => ({ id, ...facts });

/** Size by the agency's rules, needs against the measures of the inspection. Needs that cannot be opened suit nothing. */
function pairFacts(listing: Listing, seeker: Seeker, needs: Needs | null): ReturnType<PairQuestion> {
	const home = homeOf(listing);
	const { floor, rooms } = listing.answers.flat!;
	const measured =
		listing.events.find(({ event }) => event === 'inspected')?.detail?.measures ?? listing.answers.access!.measures;
	const adequacy = adequacyOf(agency2026, home.netAreaDm2, seeker.people, needs?.carersRoom ?? false);
	const none = needs !== null && Object.values(needs).every((need) => !need);
	const band = agency2026.adequacy.value.bands[Math.min(seeker.people, agency2026.adequacy.value.bands.length) - 1]!;
	return {
		adequateSize: adequacy === 'area-unknown' ? null : adequacy === 'adequate',
		needs: needs === null ? 'unknown' : none ? 'none' : fitFor(needs, { ...measured, floor, rooms }).verdict,
		excessAreaDm2: Math.max(0, (home.netAreaDm2 ?? 0) - band.minDm2)
	};
}
