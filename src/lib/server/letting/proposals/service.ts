import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { endHolds } from './end-holds';
import { mayBeLet } from '$lib/server/letting/listings/may-be-let';
import * as listings from '$lib/server/letting/listings/repository';
import type { Proposal } from '$lib/domain/matching/proposal';
import { tellAnswer, tellHeld } from './proposal-messages';
import * as proposals from './repository';

export type Side = 'landlord' | 'tenant';

/** A proposal by id; of this listing, where the address of the page says which. */
export type WhichProposal = { readonly proposal: string; readonly listing?: string };

/** A proposal as one of its two sides; undefined for anybody else. */
export async function myProposal(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const proposal = await proposals.findProposal(db, id, now);
	if (!proposal || !sideOf(proposal, by)) return undefined;
	const listing = await listings.findListing(db, proposal.listingId, now);
	return listing && { proposal, listing };
}

/** The proposals of a listing. */
export async function proposalsOf(db: Kysely<Database>, listingId: string, now: Instant): Promise<Proposal[]> {
	return proposals.listProposals(db, { listingId }, now);
}

/**
 * One side says yes. The second yes holds the home for the household: the unique indexes let a home be held for one
 * household, and a household hold one home. Whoever comes second is told so.
 */
export async function acceptProposal(trx: Transaction<Database>, which: WhichProposal, by: Actor, now: Instant) {
	await endHolds(trx, now);
	const taken = await take(trx, which, by, now);
	if (!taken.ok) return taken;
	const { proposal, side } = taken;
	const { id } = proposal;
	if (side === 'landlord' ? proposal.landlordAcceptedAt : proposal.tenantAcceptedAt)
		return { ok: true as const, held: proposal.heldAt !== null };
	const listing = await listings.lockListing(trx, proposal.listingId, now);
	if (listing?.state === 'held') return { ok: false as const, problem: 'home-already-held' as const };
	if (listing?.state !== 'published') return { ok: false as const, problem: 'listing-closed' as const };
	if (!(await mayBeLet(trx, listing))) return { ok: false as const, problem: 'home-gone' as const };
	const held = (side === 'landlord' ? proposal.tenantAcceptedAt : proposal.landlordAcceptedAt) !== null;
	if (held && (await holdsHome(trx, proposal.requestId, now)))
		return { ok: false as const, problem: 'home-already-held' as const };
	await proposals.acceptProposal(trx, id, side, held, now);
	record(trx, { event: `proposal_accepted_by_${side}`, by, subject: { type: 'listing_proposal', id }, at: now });
	if (held) record(trx, { event: 'home_held', by, subject: { type: 'listing', id: proposal.listingId }, at: now });
	if (held) await tellHeld(trx, proposal, now);
	else await tellAnswer(trx, side, 'yes', proposal, now);
	return { ok: true as const, held };
}

/** One side says no; the proposal ends. After both said yes only the agency releases the home. */
export async function declineProposal(trx: Transaction<Database>, which: WhichProposal, by: Actor, now: Instant) {
	const taken = await take(trx, which, by, now);
	if (!taken.ok) return taken;
	const { id } = taken.proposal;
	if (taken.proposal.heldAt) return { ok: false as const, problem: 'home-held' as const };
	await proposals.releaseProposal(trx, id, taken.side, now);
	record(trx, { event: `proposal_declined_by_${taken.side}`, by, subject: { type: 'listing_proposal', id }, at: now });
	await tellAnswer(trx, taken.side, 'no', taken.proposal, now);
	return { ok: true as const };
}

/** Since when the home of a proposal is held, for the household that came second. */
export async function heldSince(db: Kysely<Database>, id: string, now: Instant): Promise<Instant | null> {
	const proposal = await proposals.findProposal(db, id, now);
	if (!proposal) return null;
	const others = [
		...(await proposals.listProposals(db, { listingId: proposal.listingId }, now)),
		...(await proposals.listProposals(db, { requestId: proposal.requestId }, now))
	];
	return others.find((one) => one.heldAt && !one.releasedAt)?.heldAt ?? null;
}

async function holdsHome(db: Kysely<Database>, requestId: string, now: Instant): Promise<boolean> {
	const all = await proposals.listProposals(db, { requestId }, now);
	return all.some((one) => one.heldAt && !one.releasedAt);
}

async function take(trx: Transaction<Database>, { proposal: id, listing }: WhichProposal, by: Actor, now: Instant) {
	const proposal = await proposals.lockProposal(trx, id, now);
	const side = proposal && sideOf(proposal, by);
	if (!proposal || !side || (listing ?? proposal.listingId) !== proposal.listingId)
		return { ok: false as const, problem: 'not-found' as const };
	if (proposal.releasedAt) return { ok: false as const, problem: 'proposal-ended' as const };
	return { ok: true as const, proposal, side };
}

function sideOf(proposal: Proposal, by: Actor): Side | null {
	if (by.role === 'landlord' && proposal.landlordAccountId === by.id) return 'landlord';
	return by.role === 'applicant' && proposal.tenantAccountId === by.id ? 'tenant' : null;
}
