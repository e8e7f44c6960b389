import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { releaseEnded } from './hold-repository';
import { tellBoth } from './proposal-messages';
import { findProposal } from './repository';

/**
 * Records that holds ended whose hours passed without a contract. A job runs it, and a yes that may hold a home runs it
 * first. Every page counts such a home as free from that instant, recorded or not.
 * @returns how many holds this call ended
 */
export async function endHolds(trx: Transaction<Database>, now: Instant): Promise<number> {
	const released = await releaseEnded(trx, now);
	for (const { id } of released) {
		record(trx, { event: 'home_hold_ended', by: system, subject: { type: 'listing_proposal', id }, at: now });
		const proposal = (await findProposal(trx, id, now))!;
		await tellBoth(trx, ['hold_ended_tenant', 'hold_ended_landlord'], proposal, now);
	}
	return released.length;
}
