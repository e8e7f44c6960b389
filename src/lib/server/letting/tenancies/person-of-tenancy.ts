import type { Kysely } from 'kysely';
import { personOfOffer, type PersonOfLetting } from '$lib/server/letting/offers/person-of-offer';
import type { Database } from '$lib/server/schema';
import { findTenancy, findTenantAccount } from './repository';

/** The person who rents, by an offer of a notice or by a proposal of a landlord's home; null without an account. */
export async function personOfTenancy(db: Kysely<Database>, id: string): Promise<PersonOfLetting | null> {
	const tenancy = await findTenancy(db, id);
	if (!tenancy) return null;
	const subject = { type: 'tenancy', id } as const;
	const offered = tenancy.offerId && (await personOfOffer(db, tenancy.offerId));
	if (offered) return { ...offered, subject };
	const accountId = tenancy.proposalId && (await findTenantAccount(db, tenancy.proposalId));
	// A search for an agreed rent does not ask about violence.
	return accountId ? { accountId, onlySafe: false, subject } : null;
}
