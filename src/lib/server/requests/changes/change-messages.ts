import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ChangeOutcome } from '$lib/domain/changes/change';
import { tell } from '$lib/server/people/messages/tell';
import type { Application } from '$lib/server/requests/applications/repository';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';

/** Tells a household of its change: that an officer recorded it, or what was decided. Which change it is stands on the page alone. */
export async function tellChange(
	trx: Transaction<Database>,
	what: 'recorded' | ChangeOutcome,
	request: Application,
	now: Instant
): Promise<void> {
	const { id, protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${id}/changes`, words: () => ({ protocol }) };
	await tell(trx, `change_${what}`, telling, now);
}
