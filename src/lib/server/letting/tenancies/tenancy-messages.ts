import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { tellBoth } from '$lib/server/letting/proposals/proposal-messages';
import { findProposal } from '$lib/server/letting/proposals/repository';
import { tellTenancyOfOffer } from '$lib/server/letting/offers/offer-messages';
import type { Database } from '$lib/server/schema';

type Of = { readonly offerId: string | null; readonly proposalId: string | null };

/** Tells who lives in the home, and the landlord of a private one, that the contract is registered or the keys are handed over. */
export async function tellStep(
	trx: Transaction<Database>,
	step: 'contract_registered' | 'keys_delivered',
	{ offerId, proposalId }: Of,
	now: Instant
): Promise<void> {
	if (offerId) await tellTenancyOfOffer(trx, offerId, step, now);
	const proposal = proposalId ? await findProposal(trx, proposalId, now) : undefined;
	if (proposal) await tellBoth(trx, [step, `${step}_landlord`], proposal, now);
}
