import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { tell } from '$lib/server/people/messages/tell';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';

type Request = {
	readonly id: string;
	readonly protocol: string;
	readonly accountId: string | null;
	readonly dataKeyId: string;
};

type WithDeadline = 'rejection_notified' | 'rejection_near';

/** Tells a household that a requirement is missing, or that its time to answer ends soon. It holds nothing of the reason. */
export async function tellRejection(
	trx: Transaction<Database>,
	template: WithDeadline,
	request: Request,
	until: Instant,
	now: Instant
): Promise<void> {
	const { protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${request.id}` };
	const words = (locale: 'it' | 'en') => ({ protocol, deadline: formatDeadline(until, locale) });
	await tell(trx, template, { ...telling, words }, now);
}

/** Tells a household how the check of its request ended. */
export async function tellDecision(
	trx: Transaction<Database>,
	outcome: 'excluded' | 'dropped',
	request: Request,
	now: Instant
): Promise<void> {
	const { protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${request.id}`, words: () => ({ protocol }) };
	await tell(trx, outcome === 'excluded' ? 'request_excluded' : 'rejection_dropped', telling, now);
}
