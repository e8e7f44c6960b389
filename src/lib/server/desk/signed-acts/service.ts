import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RefusalReason } from '$lib/domain/offers/refusal-rules';
import { declarationsOf } from '$lib/server/desk/at-desk/declarations';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { answerOf } from '$lib/server/letting/offers/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { findLive } from '$lib/server/requests/applications/repository';
import { sendingOf } from '$lib/server/requests/applications/submission-service';
import { withdrawalOf } from '$lib/server/requests/applications/withdrawal-service';
import type { Database } from '$lib/server/schema';

// The acts that a person may sign on paper, as they stand now. Each says all that its sheet says.

/** The sending of the draft under a notice; null where there is none. */
export async function sendingToSign(db: Kysely<Database>, noticeId: string, by: Actor) {
	const sheet = await declarationsOf(db, noticeId, by);
	if (!sheet) return null;
	const { draft, people, facts } = sheet;
	const contact = (await readOwnPerson(db, by.id))?.revision ?? 0;
	const replaces = (await findLive(db, noticeId, by.id))?.id ?? null;
	const sending = { noticeId, draftId: draft.id, revision: draft.revision, contact, replaces };
	const says = { answers: draft.answers, people, facts, replaces };
	return { own: sendingOf(sending), says, sending, sheet };
}

/** The withdrawal of a request; null for somebody else's. */
export async function withdrawalToSign(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const request = await readRequest(db, id, by, now);
	if (!request) return null;
	const { protocol, notice } = request;
	return { own: withdrawalOf(id), says: { protocol, notice: notice.id }, request };
}

/** An answer to an offer; null for somebody else's, and for a reason that the offer does not know. */
export async function answerToSign(
	db: Kysely<Database>,
	{ id, answer }: { readonly id: string; readonly answer: 'accept' | RefusalReason },
	by: Actor,
	now: Instant
) {
	const offer = await readOwnOffer(db, id, by, now);
	if (!offer) return null;
	const refusal = offer.refusals.find(({ reason }) => reason === answer) ?? null;
	const says = { protocol: offer.protocol, home: offer.dwellingId, consequence: refusal?.consequence ?? null };
	return { own: answerOf(id, answer), says, offer, refusal };
}
