import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { forgetProposals } from './forget-proposals';
import { forgetInvitations } from '$lib/server/platform/organisations/forget-invitations';
import { remindMandates } from './remind-mandates';

/** What the portal does for mandates by itself: forgets what nobody answered, the invitations of helpers too, and reminds of what ends
 * soon. */
export async function tendMandates(trx: Transaction<Database>, now: Instant): Promise<void> {
	await forgetProposals(trx, now);
	await remindMandates(trx, now);
	await forgetInvitations(trx);
}
