import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { dueReminders } from '$lib/domain/calendar/reminders';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findMandate, takeNearMandates } from './repository';
import { tellNear } from './tell-mandate';

/** The most mandates that a turn reminds of; the next turn goes on. */
const BATCH = 200;

/**
 * Tells persons, once, that a mandate ends soon, so that it can be renewed at the desk. The organisation sees it there.
 * Returns how many this call reminded.
 */
export async function remindMandates(trx: Transaction<Database>, now: Instant): Promise<number> {
	const near = await takeNearMandates(trx, dueReminders('mandate', now), BATCH);
	for (const id of near) {
		const { accountId, organisation, endsAt } = (await findMandate(trx, id))!;
		record(trx, { event: 'deadline_reminded', by: system, subject: { type: 'mandate', id }, at: now });
		await tellNear(trx, { accountId: accountId!, organisation, endsAt }, now);
	}
	return near.length;
}
