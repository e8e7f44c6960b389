import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { dueReminders } from '$lib/domain/calendar/reminders';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { tellOfferNear } from './offer-messages';
import { takeNear } from './reminder-repository';

/**
 * Reminds the households that have not answered, once, before their deadline. The mark and the message are written together,
 * so that neither two processes nor one that dies write a second one.
 * @returns how many this call reminded
 */
export async function remindOffers(trx: Transaction<Database>, now: Instant): Promise<number> {
	const near = await takeNear(trx, dueReminders('offer', now));
	for (const { id, deadline } of near) {
		record(trx, { event: 'deadline_reminded', by: system, subject: { type: 'offer', id }, at: now });
		await tellOfferNear(trx, id, deadline, now);
	}
	return near.length;
}
