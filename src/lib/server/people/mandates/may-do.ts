import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Act } from '$lib/domain/mandates/acts';
import type { ConsentAct } from '$lib/domain/mandates/consent';
import { isAtDesk } from '$lib/server/people/desk-records/acting';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { hasYes, letHelperAct } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Covered } from '$lib/server/platform/auth/helper-acts';
import type { Database } from '$lib/server/schema';
import { askMandate } from './acting';

/** The acts that an officer does for a household at the desk, besides sending its request. */
const deskActs: readonly Act[] = ['read', 'write', 'upload'];

/** An act that needs the person's own yes. `subjectId`: what the yes is about, as the version of the answers that are sent. */
export type OwnAct = {
	readonly procedure: Covered['procedure'];
	readonly act: Exclude<ConsentAct, 'mandate'>;
	readonly subjectId: string;
};

/** The key under which the transaction keeps the act that a yes is for. */
export const yesKey = (mandateId: string, { act, subjectId }: OwnAct): string => `${mandateId} ${act} ${subjectId}`;

/**
 * Whether `by` may do this for the household whose account it is: the person always, a helper in the person's place only
 * where the mandate covers it alone, or where the person said yes to it in this transaction, an officer while the record at
 * the desk is open. Asked in the transaction of the act, so that a revocation counts from its own instant.
 */
export async function mayDo(
	trx: Transaction<Database>,
	by: Actor,
	covered: Covered | OwnAct,
	now: Instant
): Promise<boolean> {
	if (by.desk) return deskActs.includes(covered.act) && isAtDesk(trx, by, now);
	if (!by.helper) return allows(by, 'applicant');
	const { mandateId } = by.helper;
	const helper = await helperOf(trx, by);
	const { procedure, act } = covered;
	const asked = helper && (await askMandate(trx, { mandateId, procedure, act }, helper, now));
	if (!asked || asked.may === 'no' || asked.mandate.accountId !== by.id) return false;
	const isSaid = 'subjectId' in covered && hasYes(yesKey(mandateId, covered));
	if (asked.may === 'with-consent' && !isSaid) return false;
	letHelperAct(mandateId);
	return true;
}

/** The account of the helper who acts, as it is now; undefined where nobody does, or where the account was closed. */
export async function helperOf(db: Kysely<Database>, { helper }: Actor) {
	const account = helper && (await findAccount(db, helper.id));
	return account && account.disabledAt === null ? account : undefined;
}
