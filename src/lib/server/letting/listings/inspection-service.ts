import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { canAct, type ListingAct, type ListingEventName } from '$lib/domain/matching/listing-state';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { insertBuildings, insertDwellings } from '$lib/server/homes/dwellings/repository';
import { insertSurveys } from '$lib/server/homes/dwellings/survey-repository';
import { newId } from '$lib/server/ids';
import { privateOwners } from '$lib/server/platform/organisations/repository';
import { firstSurveys, homeRows } from './home-rows';
import { nextStep, type Listing, type ListingEventDetail } from '$lib/domain/matching/listing';
import type { ListingMeasures } from '$lib/domain/matching/listing-measures';
import { tellOwner } from './listing-messages';
import * as listings from './repository';

export type Inspection = {
	readonly on: Day;
	readonly note: string;
	/** Hundredths of m2. */
	readonly netAreaDm2: number;
	readonly measures: ListingMeasures;
};

/** Every listing that was sent, for the agency's work list. Its landlord sees who read where the home is. */
export async function sentListings(trx: Transaction<Database>, by: Actor, now: Instant): Promise<Listing[]> {
	const found = await listings.listListings(trx, { sent: true }, now);
	await noteReadings(trx, found.map(homeRead), by, now);
	return found;
}

/** A listing that was sent, whose landlord sees who read it; undefined for a draft, which is the landlord's alone. */
export async function sentListing(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<Listing | undefined> {
	const listing = await listings.findListing(trx, id, now);
	if (!listing?.events.some(({ event }) => event === 'submitted')) return undefined;
	await noteReadings(trx, [homeRead(listing)], by, now);
	return listing;
}

const homeRead = ({ id, accountId }: Listing) => ({ accountId, subject: { type: 'home' as const, id } });

/** Records what the agency saw and measured in the home. */
export async function inspectListing(
	trx: Transaction<Database>,
	id: string,
	inspection: Inspection,
	by: Actor,
	now: Instant
) {
	const taken = await take(trx, id, 'inspect', by, now);
	if (!taken.ok) return taken;
	const sent = taken.listing.events.find(({ event }) => event === 'submitted')!;
	if (inspection.on > dayOf(now)) return { ok: false as const, problem: 'inspection-in-the-future' as const };
	if (inspection.on < dayOf(sent.at)) return { ok: false as const, problem: 'inspection-before-sending' as const };
	return write(trx, taken.listing, 'inspected', inspection, by, now);
}

/**
 * Publishes the home: it becomes a building and a dwelling of the register, owned by a private landlord, outside
 * public housing and outside the programme's operations.
 */
export async function publishListing(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const taken = await take(trx, id, 'publish', by, now);
	if (!taken.ok) return taken;
	if (nextStep(taken.listing.answers)) return { ok: false as const, problem: 'step-missing' as const };
	const { building, dwelling } = homeRows(taken.listing, await privateOwners(trx, now), now);
	await insertBuildings(trx, [building]);
	await insertDwellings(trx, [dwelling]);
	await insertSurveys(trx, firstSurveys(building, dwelling, by.id, now));
	await listings.setDwelling(trx, id, dwelling.id);
	return write(trx, taken.listing, 'published', {}, by, now);
}

/** Refuses a listing with the reason that the landlord will read. */
export async function refuseListing(trx: Transaction<Database>, id: string, reason: string, by: Actor, now: Instant) {
	const taken = await take(trx, id, 'refuse', by, now);
	if (!taken.ok) return taken;
	return write(trx, taken.listing, 'refused', { reason }, by, now);
}

async function take(trx: Transaction<Database>, id: string, act: ListingAct, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const listing = await listings.lockListing(trx, id, now);
	if (!listing || listing.state === 'draft') return { ok: false as const, problem: 'not-found' as const };
	if (!canAct(listing.state, act)) return { ok: false as const, problem: 'already-moved-on' as const };
	return { ok: true as const, listing };
}

async function write(
	trx: Transaction<Database>,
	listing: Listing,
	event: Exclude<ListingEventName, 'submitted' | 'withdrawn'>,
	detail: ListingEventDetail,
	by: Actor,
	now: Instant
) {
	const { id } = listing;
	const row = { id: newId(), listing_id: id, event, at: now, account_id: by.id, detail: JSON.stringify(detail) };
	await listings.insertListingEvent(trx, row);
	record(trx, { event: `listing_${event}`, by, subject: { type: 'listing', id }, at: now });
	await tellOwner(trx, `listing_${event}`, listing, now);
	return { ok: true as const };
}
