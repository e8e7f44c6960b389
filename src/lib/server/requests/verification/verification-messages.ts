import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { tell } from '$lib/server/people/messages/tell';
import type { Application } from '$lib/server/requests/applications/repository';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';

/** Tells a household that the office asks for something. What it asks stands on the page alone. */
export async function tellAsked(trx: Transaction<Database>, request: Application, until: Instant, now: Instant) {
	const { id, protocol } = request;
	const words = (locale: 'it' | 'en') => ({ protocol, deadline: formatDeadline(until, locale) });
	await tell(trx, 'document_asked', { to: recipientOf(request), path: `/my/requests/${id}/check`, words }, now);
}

/** Tells a household that it could not show a fact, and that this is no decision about its request. Which one stands on the page alone. */
export async function tellNotProven(trx: Transaction<Database>, request: Application, now: Instant) {
	const { id, protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${id}/check`, words: () => ({ protocol }) };
	await tell(trx, 'fact_not_proven', telling, now);
}

/** Tells a household that its request was checked to the end. */
export async function tellVerified(trx: Transaction<Database>, request: Application, now: Instant) {
	const { id, protocol } = request;
	const telling = { to: recipientOf(request), path: `/my/requests/${id}/check`, words: () => ({ protocol }) };
	await tell(trx, 'request_verified', telling, now);
}
