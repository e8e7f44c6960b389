import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ContestOutcome } from '$lib/domain/rounds/contest';
import { tell } from '$lib/server/people/messages/tell';
import type { Application } from '$lib/server/requests/applications/repository';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';

/** Tells a household that the office decided about a line that it contested. Which line, and why, stands on the page alone. */
export async function tellContestDecided(
	trx: Transaction<Database>,
	outcome: ContestOutcome,
	request: Application,
	now: Instant
): Promise<void> {
	const { id, protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${id}/contests`, words: () => ({ protocol }) };
	await tell(trx, outcome === 'corrected' ? 'line_corrected' : 'line_kept', telling, now);
}
