import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { letHelperAct } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Covered } from '$lib/server/platform/auth/helper-acts';
import type { Database } from '$lib/server/schema';
import { askMandate } from './acting';

/**
 * Whether `by` may do this for the household whose account it is: the person always, a helper in the person's place only
 * where the mandate covers it alone. Asked in the transaction of the act, so that a revocation counts from its own instant.
 */
export async function mayDo(trx: Transaction<Database>, by: Actor, covered: Covered, now: Instant): Promise<boolean> {
	if (!by.helper) return allows(by, 'applicant');
	const { id, mandateId } = by.helper;
	const helper = await findAccount(trx, id);
	if (!helper || helper.disabledAt !== null) return false;
	const asked = await askMandate(trx, { mandateId, ...covered }, helper, now);
	if (asked?.may !== 'alone' || asked.mandate.accountId !== by.id) return false;
	letHelperAct(mandateId);
	return true;
}
