import type { Transaction } from 'kysely';
import type { DueReminders } from '$lib/domain/calendar/reminders';
import type { Database } from '$lib/server/schema';

/** Marks the unanswered offers that are to be reminded; answers those that this call marked. */
export async function takeNear(trx: Transaction<Database>, { now, until, since }: DueReminders) {
	return trx
		.updateTable('offers')
		.set({ reminded_at: now })
		.where('reminded_at', 'is', null)
		.where('released_at', 'is', null)
		.where('deadline', '>', now)
		.where('deadline', '<=', until)
		.where('made_at', '<=', since)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offer_events')
						.select('offer_events.id')
						.whereRef('offer_events.offer_id', '=', 'offers.id')
						.where('offer_events.event', '<>', 'made')
				)
			)
		)
		.returning(['id', 'deadline'])
		.execute();
}
