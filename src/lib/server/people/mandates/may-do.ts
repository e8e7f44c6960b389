import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Act } from '$lib/domain/mandates/acts';
import { isAtDesk } from '$lib/server/people/desk-records/acting';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { letHelperAct } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Covered } from '$lib/server/platform/auth/helper-acts';
import type { Database } from '$lib/server/schema';
import { askMandate } from './acting';

/** What an officer does for a household at the desk besides sending its request. */
const deskActs: readonly Act[] = ['read', 'write', 'upload'];

/**
 * Whether `by` may do this for the household whose account it is: the person always, a helper in the person's place only
 * where the mandate covers it alone, an officer while the record at the desk is open. Asked in the transaction of the act, so that a revocation counts from its own instant.
 */
export async function mayDo(trx: Transaction<Database>, by: Actor, covered: Covered, now: Instant): Promise<boolean> {
	if (by.desk) return deskActs.includes(covered.act) && isAtDesk(trx, by, now);
	if (!by.helper) return allows(by, 'applicant');
	const { id, mandateId } = by.helper;
	const helper = await findAccount(trx, id);
	if (!helper || helper.disabledAt !== null) return false;
	const asked = await askMandate(trx, { mandateId, ...covered }, helper, now);
	if (asked?.may !== 'alone' || asked.mandate.accountId !== by.id) return false;
	letHelperAct(mandateId);
	return true;
}
