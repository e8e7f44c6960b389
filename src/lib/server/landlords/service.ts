import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canAct } from '$lib/domain/matching/listing-state';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { estimateRent, type RentEstimate } from '$lib/domain/rent/estimate-rent';
import { judgeRent } from '$lib/domain/rent/judge-rent';
import { record } from '$lib/server/audit/record';
import { allows, type Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import { newId } from '$lib/server/ids';
import { nextStep, type Listing, type ListingAnswers } from '$lib/domain/matching/listing';
import * as listings from './listing-repository';
import * as proposals from './proposal-repository';

type Refused<Problem extends string> = { readonly ok: false; readonly problem: Problem };
const refused = <Problem extends string>(problem: Problem): Refused<Problem> => ({ ok: false, problem });

/** The landlord's own listings. */
export async function myListings(db: Kysely<Database>, by: Actor): Promise<Listing[]> {
	return listings.listListings(db, { accountId: by.id });
}

/** Ids of the landlord's listings with a household that waits for an answer. */
export async function awaitingLandlord(db: Kysely<Database>, by: Actor): Promise<string[]> {
	const all = await proposals.listProposals(db, { landlordId: by.id });
	return all.filter((one) => !one.releasedAt && !one.landlordAcceptedAt).map((one) => one.listingId);
}

/** One of the landlord's own listings; undefined for anybody else's. */
export async function myListing(db: Kysely<Database>, id: string, by: Actor): Promise<Listing | undefined> {
	const listing = await listings.findListing(db, id);
	return listing?.accountId === by.id ? listing : undefined;
}

/** Begins a listing with the id the form carries, so that a second click begins nothing new. */
export async function beginListing(
	trx: Transaction<Database>,
	id: string,
	address: NonNullable<ListingAnswers['address']>,
	by: Actor,
	now: Instant
) {
	if (!allows(by, 'landlord')) return refused('not-allowed');
	const before = await listings.findListing(trx, id);
	if (!before) {
		await listings.insertListing(trx, {
			id,
			account_id: by.id,
			dwelling_id: null,
			answers: '{}',
			revision: 0,
			synthetic: by.demo ? 1 : 0,
			created_at: now,
			updated_at: now
		});
		record(trx, { event: 'listing_begun', by, subject: { type: 'listing', id }, at: now });
	}
	return saveStep(trx, id, { address }, by, now);
}

/** Saves the answers of one step; the others stay as they were. */
export async function saveStep(
	trx: Transaction<Database>,
	id: string,
	step: Partial<ListingAnswers>,
	by: Actor,
	now: Instant
) {
	const listing = await listings.lockListing(trx, id);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'edit')) return refused('already-sent');
	const answers = { ...listing.answers, ...step };
	const rent = judge(answers);
	if ('rent' in step && rent.problem) return { ok: false as const, problem: rent.problem, range: rent.range };
	await listings.saveAnswers(trx, id, answers, now);
	record(trx, { event: 'listing_saved', by, subject: { type: 'listing', id }, at: now });
	return { ok: true as const, id };
}

/** Sends the listing to the agency, when every step is answered and the rent is inside its range. */
export async function sendListing(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const listing = await listings.lockListing(trx, id);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'submit')) return refused('already-sent');
	if (nextStep(listing.answers)) return refused('step-missing');
	const rent = judge(listing.answers);
	if (rent.problem) return refused(rent.problem);
	await listings.insertListingEvent(trx, eventRow(id, 'submitted', by, now));
	record(trx, { event: 'listing_submitted', by, subject: { type: 'listing', id }, at: now });
	return { ok: true as const, id };
}

/** The landlord takes the listing back, until a household and the landlord have both said yes. */
export async function withdrawListing(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const listing = await listings.lockListing(trx, id);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'withdraw')) return refused('too-late');
	await listings.insertListingEvent(trx, eventRow(id, 'withdrawn', by, now));
	record(trx, { event: 'listing_withdrawn', by, subject: { type: 'listing', id }, at: now });
	return { ok: true as const, id };
}

const eventRow = (listing: string, event: 'submitted' | 'withdrawn', by: Actor, at: Instant) => ({
	id: newId(),
	listing_id: listing,
	event,
	at,
	account_id: by.id,
	detail: null
});

/** The lawful range of the home described so far; null while a step it needs is missing. */
export function rangeOf({ address, flat, rent }: ListingAnswers): RentEstimate | null {
	if (!address || !flat) return null;
	return estimateRent(milan2023, {
		...flat,
		zone: address.zone,
		furnished: rent?.furnished ?? 'no',
		years: rent?.years ?? 3
	});
}

function judge(answers: ListingAnswers) {
	const estimate = rangeOf(answers);
	if (!estimate || !answers.rent) return { problem: null, range: null };
	if (!estimate.ok) return { problem: estimate.problem, range: null };
	const above = judgeRent(estimate.range, answers.rent.rentCents) === 'above-maximum';
	return { problem: above ? ('rent-above-maximum' as const) : null, range: estimate.range };
}
