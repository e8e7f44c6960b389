import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { HouseholdAnswer } from '$lib/domain/offers/desk-answer';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { answerAtDesk } from '$lib/server/letting/offers/desk-answers';
import { allowed } from './play-rounds';

export type PlayedOffer = { readonly id: string; readonly dwellingId: string };

/** An invented household has no account, so the officer records its answer at the desk. Returns the tenancy of a yes. */
export async function playAnswer(
	trx: Transaction<Database>,
	offer: PlayedOffer,
	answer: HouseholdAnswer,
	by: Actor,
	at: Instant
): Promise<string | null> {
	const told = { channel: 'desk', on: dayOf(at), evidence: 'risposta inventata' } as const;
	return allowed(await answerAtDesk(trx, offer.id, { answer, told }, by, at)).tenancyId;
}
