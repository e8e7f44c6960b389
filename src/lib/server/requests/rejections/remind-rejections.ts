import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { dueReminders } from '$lib/domain/calendar/reminders';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { tellRejection } from './rejection-messages';
import { lockRejection, takeNear } from './repository';

/** Reminds households, once, of the last day to answer a notice of rejection. Returns how many this call reminded. */
export async function remindRejections(trx: Transaction<Database>, now: Instant): Promise<number> {
	const near = await takeNear(trx, dueReminders('rejection', now));
	for (const id of near) {
		const rejection = (await lockRejection(trx, id))!;
		const request = { ...rejection, id: rejection.applicationId };
		record(trx, {
			event: 'deadline_reminded',
			by: system,
			subject: { type: 'application', id: request.id },
			at: now
		});
		await tellRejection(trx, 'rejection_near', request, rejection.deadline, now);
	}
	return near.length;
}
