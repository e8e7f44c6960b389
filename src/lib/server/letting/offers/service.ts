import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canWithdraw } from '$lib/domain/offers/answer-offer';
import type { RefusalReason } from '$lib/domain/offers/refusal-rules';
import { mayDo, type OwnAct } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import {
	endTenancy,
	insertTenancyEvent,
	listTenancyEvents,
	lockTenancy
} from '$lib/server/letting/tenancies/repository';
import { tellOffersEnded } from './offer-messages';
import { listEvents, lockOffer } from './repository';
import { letGo, takeAnswer, type NotAnswered } from './take-answer';

/** An answer to an offer as an act that needs the person's own yes: to this very answer. */
export const answerOf = (id: string, answer: 'accept' | RefusalReason): OwnAct => ({
	...{ procedure: 'offer', act: 'answer-offer', subjectId: `${id}/${answer}` }
});

/** The household takes the home: its tenancy begins. A second click finds the first one's tenancy. */
export async function acceptOffer(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; tenancyId: string } | NotAnswered> {
	if (!(await mayDo(trx, by, answerOf(id, 'accept'), now))) return { ok: false, problem: 'not-allowed' };
	const offer = await lockOffer(trx, id);
	// The offer of another household is answered like one that does not exist.
	if (!offer || offer.accountId !== by.id) return { ok: false, problem: 'unknown-offer' };
	const taken = await takeAnswer(trx, offer, { answer: 'accepted' }, { told: null, by, now });
	return taken.ok ? { ok: true, tenancyId: taken.tenancyId! } : taken;
}

/** The household refuses the home. The notice's rules say what follows, and the page showed it before. */
export async function refuseOffer(
	trx: Transaction<Database>,
	id: string,
	reason: RefusalReason,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | NotAnswered> {
	if (!(await mayDo(trx, by, answerOf(id, reason), now))) return { ok: false, problem: 'not-allowed' };
	const offer = await lockOffer(trx, id);
	if (!offer || offer.accountId !== by.id) return { ok: false, problem: 'unknown-offer' };
	const taken = await takeAnswer(trx, offer, { answer: 'refused', reason }, { told: null, by, now });
	return taken.ok ? { ok: true } : taken;
}

/**
 * The agency withdraws an offer, with a reason. Either the household caused it and leaves the ranking, or it did not
 * and the home can be offered again. Possible after acceptance too, until the contract is registered.
 */
export async function withdrawOffer(
	trx: Transaction<Database>,
	input: { id: string; reason: string; dueToHousehold: boolean },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | NotAnswered> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const { id, reason, dueToHousehold } = input;
	const taken = await takeBack(trx, { id, reason, justified: !dueToHousehold }, by, now);
	if (taken.ok) await tellOffersEnded(trx, [id], 'offer_withdrawn', now);
	return taken;
}

/**
 * Ends an offer, unanswered or accepted, and the tenancy that it began, unless its contract is registered. The caller tells
 * the household.
 * @param act.justified the household did not cause it and keeps its place
 */
export async function takeBack(
	trx: Transaction<Database>,
	{ id, reason, justified }: { readonly id: string; readonly reason: string; readonly justified: boolean },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | NotAnswered> {
	const offer = await lockOffer(trx, id);
	if (!offer) return { ok: false, problem: 'unknown-offer' };
	if (offer.tenancyId) await lockTenancy(trx, offer.tenancyId);
	const events = await listEvents(trx, [id]);
	const steps = offer.tenancyId ? await listTenancyEvents(trx, [offer.tenancyId]) : [];
	const contract = steps.some(({ event }) => event === 'contract_registered');
	const possible = canWithdraw({ deadline: offer.deadline, events }, contract, now);
	if (!possible.ok) return possible;
	const sealed = await letGo(trx, { id, event: 'withdrawn', justified, reason }, { told: null, by, now });
	if (offer.tenancyId) {
		await endTenancy(trx, offer.tenancyId, now);
		const ended = { tenancy_id: offer.tenancyId, event: 'ended', at: now, account_id: by.id } as const;
		await insertTenancyEvent(trx, { id: newId(), ...ended });
	}
	const detail = { dueToHousehold: !justified };
	record(trx, { event: 'offer_withdrawn', by, subject: { type: 'offer', id }, reason: sealed, detail, at: now });
	return { ok: true };
}
