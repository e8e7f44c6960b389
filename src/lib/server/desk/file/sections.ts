import type { Kysely } from 'kysely';
import { declaredAnswers } from '$lib/domain/application/answers-of-request';
import { readHealth } from '$lib/domain/accessibility/needs';
import { sentAs, type SentAs } from '$lib/domain/application/sent-as';
import type { Instant } from '$lib/domain/calendar/instant';
import { offerState } from '$lib/domain/offers/offer-state';
import { listEvents } from '$lib/server/letting/offers/repository';
import { yesesAbout } from '$lib/server/people/mandates/reading-service';
import { newestMessagesOf } from '$lib/server/people/messages/reading-service';
import { actsOn } from '$lib/server/platform/audit/repository';
import { healthOf } from '$lib/server/requests/applications/reading-service';
import type { Application } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { heardOf } from './heard';
import { listMails, listOffersOf } from './repository';

// One loader for each section of the file. The caller has checked who reads.

const ACTS = 100;

/** Everything that the request declares, by the pages of the form. */
export async function declaredOf(db: Kysely<Database>, request: Application) {
	const health = await healthOf(db, request);
	return declaredAnswers(request.household, health && readHealth(health), request.choices);
}

/** The offers of a request with their states. */
export async function offersOf(db: Kysely<Database>, requestId: string, now: Instant) {
	const offers = await listOffersOf(db, requestId);
	const events = await listEvents(
		db,
		offers.map(({ id }) => id)
	);
	return offers.map((offer) => ({
		...offer,
		state: offerState({ deadline: offer.deadline, events: events.filter(({ offerId }) => offerId === offer.id) }, now)
	}));
}

/** What was done to a request, its offers and its tenancies, by whom, and how the office heard it; the newest first. */
export async function historyOf(db: Kysely<Database>, requestId: string) {
	const offers = await listOffersOf(db, requestId);
	const tenancies = offers.flatMap(({ tenancyId }) => (tenancyId === null ? [] : [tenancyId]));
	const subjects = [
		{ type: 'application', ids: [requestId] },
		{ type: 'offer', ids: offers.map(({ id }) => id) },
		{ type: 'tenancy', ids: tenancies }
	];
	const acts = await actsOn(db, subjects, ACTS);
	return acts.map(({ detail, ...act }) => ({ ...act, heard: heardOf(detail) }));
}

/** Each yes of the household to what a helper did with this request and its offers, and how it was given. */
export async function yesesOf(db: Kysely<Database>, requestId: string, accountId: string | null) {
	if (accountId === null) return [];
	const offers = await listOffersOf(db, requestId);
	return yesesAbout(db, accountId, [requestId, ...offers.map(({ id }) => id)]);
}

export type SentMessage = {
	readonly id: string;
	readonly at: Instant;
	readonly subject: string;
	readonly sent: SentAs;
};

/** The newest messages to the account of a request, with how each went. A household without an account has letters only. */
export async function messagesOf(db: Kysely<Database>, accountId: string | null): Promise<SentMessage[]> {
	if (accountId === null) return [];
	const messages = await newestMessagesOf(db, accountId);
	const mails = new Map(
		(
			await listMails(
				db,
				messages.map(({ id }) => id)
			)
		).map((mail) => [mail.messageId, mail])
	);
	return messages.map(({ id, at, subject, onPaper, postedAt }) => ({
		...{ id, at, subject },
		sent: sentAs({ onPaper, postedAt, mail: mails.get(id) ?? null })
	}));
}
