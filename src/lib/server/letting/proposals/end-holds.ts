import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { releaseEnded } from './hold-repository';

/**
 * Writes down that homes are free again whose hours passed without a contract. Run by a job and before a yes that may
 * hold a home; every page counts them as free from that instant on, written or not.
 * @returns how many this call ended
 */
export async function endHolds(trx: Transaction<Database>, now: Instant): Promise<number> {
	const released = await releaseEnded(trx, now);
	for (const { id } of released)
		record(trx, { event: 'home_hold_ended', by: system, subject: { type: 'listing_proposal', id }, at: now });
	return released.length;
}
