import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { canAct } from '$lib/domain/matching/listing-state';
import { newFlatDoubts, type FlatFacts } from '$lib/domain/plausibility/flat-rules';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { estimateRent, type RentEstimate } from '$lib/domain/rent/estimate-rent';
import { judgeRent } from '$lib/domain/rent/judge-rent';
import { canBeCalled } from '$lib/domain/person/person';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { nextStep, type Listing, type ListingAnswers, type ListingStep } from '$lib/domain/matching/listing';
import { isStale, stepVersion } from '$lib/domain/matching/step-version';
import { tellListingClosed } from '$lib/server/letting/proposals/proposal-messages';
import { tellOwner } from './listing-messages';
import * as listings from './repository';
import * as proposals from '$lib/server/letting/proposals/repository';

type Refused<Problem extends string> = { readonly ok: false; readonly problem: Problem };
const refused = <Problem extends string>(problem: Problem): Refused<Problem> => ({ ok: false, problem });

/** The landlord's own listings. */
export async function myListings(db: Kysely<Database>, by: Actor, now: Instant): Promise<Listing[]> {
	return listings.listListings(db, { accountId: by.id }, now);
}

/** Ids of the landlord's listings with a household that waits for an answer. */
export async function awaitingLandlord(db: Kysely<Database>, by: Actor, now: Instant): Promise<string[]> {
	const all = await proposals.listProposals(db, { landlordId: by.id }, now);
	return all.filter((one) => !one.releasedAt && !one.landlordAcceptedAt).map((one) => one.listingId);
}

/** One of the landlord's own listings; undefined for anybody else's. */
export async function myListing(
	db: Kysely<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<Listing | undefined> {
	const listing = await listings.findListing(db, id, now);
	return listing?.accountId === by.id ? listing : undefined;
}

/** Begins a listing with the id the form carries, so that a second click begins nothing new. `seen`: as in a step. */
export async function beginListing(
	trx: Transaction<Database>,
	id: string,
	address: NonNullable<ListingAnswers['address']>,
	by: Actor,
	now: Instant,
	seen = ''
) {
	if (!allows(by, 'landlord')) return refused('not-allowed');
	const before = await listings.findListing(trx, id, now);
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
	return changeStep(trx, id, { answers: { address }, step: 'address', seen }, by, now);
}

/** One step as its form sends it; `seen`: the version that the form was opened with. */
export type SentStep = {
	readonly step: ListingStep;
	readonly answers: ListingAnswers;
	readonly seen: string;
	/** The doubts that were said to be right. */
	readonly sure?: readonly string[];
};

/**
 * Saves one step. If the step changed since its form was opened, the answer is `stale` and the page shows both
 * versions.
 */
export async function changeStep(
	trx: Transaction<Database>,
	id: string,
	{ step, answers, seen, sure = [] }: SentStep,
	by: Actor,
	now: Instant
) {
	const listing = await listings.lockListing(trx, id, now);
	const own = listing?.accountId === by.id && canAct(listing.state, 'edit');
	if (own && isStale(listing.answers, step, answers, seen)) {
		const saved: ListingAnswers = { [step]: listing.answers[step] };
		return { ok: false as const, problem: 'stale' as const, answers: saved, version: stepVersion(saved, step) };
	}
	const doubts = own ? newFlatDoubts(flatOf(listing.answers), flatOf(answers), dayOf(now), sure) : [];
	if (doubts.length > 0) return { ok: false as const, problem: 'doubtful' as const, doubts };
	return saveStep(trx, id, answers, by, now);
}

/** The facts of the flat that the landlord has answered so far. */
const flatOf = ({ flat, rent }: ListingAnswers): FlatFacts => ({
	...(flat && { netAreaDm2: flat.netAreaDm2, cadastralAreaDm2: flat.areaDm2, rooms: flat.rooms, floor: flat.floor }),
	...(rent && { rentCents: rent.rentCents, availableFrom: rent.availableFrom, years: rent.years })
});

/** Saves the answers of one step; the others stay as they were. */
export async function saveStep(
	trx: Transaction<Database>,
	id: string,
	step: Partial<ListingAnswers>,
	by: Actor,
	now: Instant
) {
	const listing = await listings.lockListing(trx, id, now);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'edit')) return refused('already-sent');
	const answers = { ...listing.answers, ...step };
	const rent = 'rent' in step ? refuseRent(answers) : null;
	if (rent) return { ok: false as const, ...rent };
	await listings.saveAnswers(trx, id, answers, now);
	record(trx, { event: 'listing_saved', by, subject: { type: 'listing', id }, at: now });
	return { ok: true as const, id };
}

/** Whether the agency can call this landlord. */
export const mayBeCalled = async (db: Kysely<Database>, by: Actor): Promise<boolean> =>
	canBeCalled((await readOwnPerson(db, by.id))?.facts ?? null);

/** Sends the listing to the agency, when every step is answered, the rent is inside its range and the agency can call. */
export async function sendListing(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const listing = await listings.lockListing(trx, id, now);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'submit')) return refused('already-sent');
	if (nextStep(listing.answers)) return refused('step-missing');
	const rent = refuseRent(listing.answers);
	if (rent) return refused(rent.problem);
	// The agency calls to agree on a day for the inspection.
	if (!(await mayBeCalled(trx, by))) return refused('contact-missing');
	await listings.insertListingEvent(trx, eventRow(id, 'submitted', by, now));
	record(trx, { event: 'listing_submitted', by, subject: { type: 'listing', id }, at: now });
	await tellOwner(trx, 'listing_received', listing, now);
	return { ok: true as const, id };
}

/** The landlord withdraws the listing, possible until a household and the landlord have both said yes. */
export async function withdrawListing(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const listing = await listings.lockListing(trx, id, now);
	if (!allows(by, 'landlord') || listing?.accountId !== by.id) return refused('not-found');
	if (!canAct(listing.state, 'withdraw')) return refused('too-late');
	await listings.insertListingEvent(trx, eventRow(id, 'withdrawn', by, now));
	record(trx, { event: 'listing_withdrawn', by, subject: { type: 'listing', id }, at: now });
	await tellOwner(trx, 'listing_withdrawn', listing, now);
	await tellListingClosed(trx, id, now);
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

const tooHigh = { 'maximum-missed': 'rent-maximum-missed', 'above-maximum': 'rent-above-maximum' } as const;

/** Why this rent may not be asked; null when it may, or when a step it needs is missing. */
function refuseRent(answers: ListingAnswers) {
	const estimate = rangeOf(answers);
	if (!estimate || !answers.rent) return null;
	if (!estimate.ok) return { problem: estimate.problem, estimate: null };
	const judgement = judgeRent(estimate, answers.rent.rentCents);
	return judgement === 'maximum-missed' || judgement === 'above-maximum'
		? { problem: tooHigh[judgement], estimate }
		: null;
}
