import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { forgetProposals } from './forget-proposals';
import { remindMandates } from './remind-mandates';

/** What the portal does for mandates by itself: forgets what nobody answered, and reminds of what ends soon. */
export async function tendMandates(trx: Transaction<Database>, now: Instant): Promise<void> {
	await forgetProposals(trx, now);
	await remindMandates(trx, now);
}
