import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canAnswer } from '$lib/domain/offers/answer-offer';
import { offerState } from '$lib/domain/offers/offer-state';
import { isInWindow, judgeViewing, type TypedTime } from '$lib/domain/offers/viewing-times';
import { hold } from '$lib/server/homes/dwellings/repository';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { tellViewing } from './offer-messages';
import { findOffer, listEvents, lockOffer } from './repository';
import { freeSlots, insertSlot, listSlots, removeSlots, takeSlot } from './viewing-repository';

const refuse = <Problem extends string>(problem: Problem) => ({ ok: false, problem }) as const;

/** An officer opens a time at which the home of an offer can be seen. The same time twice is one slot. */
export async function addSlot(trx: Transaction<Database>, offerId: string, time: TypedTime, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return refuse('not-allowed');
	const offer = await findOffer(trx, offerId);
	if (!offer) return refuse('unknown-offer');
	// Two officers who open times of one home at once come one after the other, so that their times do not overlap.
	await hold(trx, offer.dwellingId);
	const { deadline } = offer;
	const state = offerState({ deadline, events: await listEvents(trx, [offerId]) }, now);
	const taken = (await listSlots(trx, offer.dwellingId)).map(({ startsAt }) => startsAt);
	const judged = judgeViewing(time, { state, deadline }, taken, now);
	if (!judged.ok) {
		const { problem } = judged;
		return problem === 'after-deadline' ? { ...refuse(problem), deadline } : refuse(problem);
	}
	const { startsAt } = judged;
	if (taken.includes(startsAt)) return { ok: true as const };
	const id = newId();
	await insertSlot(trx, { id, dwelling_id: offer.dwellingId, starts_at: startsAt, created_by: by.id });
	const detail = { dwelling: offer.dwellingId, startsAt };
	record(trx, { event: 'viewing_slot_added', by, subject: { type: 'viewing', id }, detail, at: now });
	return { ok: true as const };
}

/** An officer removes a time to come. A household that had booked it is told. A second click finds it gone. */
export async function removeSlot(
	trx: Transaction<Database>,
	{ offerId, slot }: { readonly offerId: string; readonly slot: string },
	by: Actor,
	now: Instant
) {
	if (!allows(by, 'officer', 'manager')) return refuse('not-allowed');
	const offer = await findOffer(trx, offerId);
	if (!offer) return refuse('unknown-offer');
	const [removed] = await removeSlots(trx, { dwellingId: offer.dwellingId, id: slot }, now);
	if (!removed) return { ok: true as const };
	const { offerId: booked, startsAt } = removed;
	if (booked) await tellViewing(trx, { offerId: booked, startsAt }, 'viewing_removed', now);
	const detail = { dwelling: offer.dwellingId, startsAt };
	record(trx, { event: 'viewing_removed', by, subject: { type: 'viewing', id: slot }, detail, at: now });
	return { ok: true as const };
}

/** The household books a visit of the home it was offered; a second booking moves the first. */
export async function bookSlot(trx: Transaction<Database>, offerId: string, slotId: string, by: Actor, now: Instant) {
	if (!(await mayDo(trx, by, { procedure: 'offer', act: 'book-viewing' }, now))) return refuse('not-allowed');
	const offer = await lockOffer(trx, offerId);
	if (!offer || offer.accountId !== by.id) return refuse('unknown-offer');
	const history = { deadline: offer.deadline, events: await listEvents(trx, [offerId]) };
	const answerable = canAnswer(history, now);
	// A household that accepted may still see the home.
	const open = answerable.ok || (answerable.problem === 'already-answered' && answerable.state === 'accepted');
	if (!open) return answerable;
	const slots = await listSlots(trx, offer.dwellingId);
	const wanted = slots.find(({ id }) => id === slotId);
	// A second click finds the time booked.
	if (wanted?.offerId === offerId) return { ok: true as const };
	const possible = wanted && isInWindow(wanted.startsAt, { state: offerState(history, now), deadline: offer.deadline });
	if (!possible || !(await takeSlot(trx, slotId, offer.dwellingId, offerId, now))) return refuse('slot-taken');
	await freeSlots(trx, offerId, now, slotId);
	const subject = { type: 'viewing', id: slotId } as const;
	record(trx, { event: 'viewing_booked', by, subject, detail: { offer: offerId }, at: now });
	const moved = slots.some((slot) => slot.offerId === offerId && slot.startsAt > now);
	const visit = { offerId, startsAt: wanted.startsAt };
	await tellViewing(trx, visit, moved ? 'viewing_moved' : 'viewing_booked', now);
	return { ok: true as const };
}

/** The household cancels its visit: the time is free again, and it may book another. A second click finds none. */
export async function cancelViewing(trx: Transaction<Database>, offerId: string, by: Actor, now: Instant) {
	if (!(await mayDo(trx, by, { procedure: 'offer', act: 'book-viewing' }, now))) return refuse('not-allowed');
	const offer = await lockOffer(trx, offerId);
	if (!offer || offer.accountId !== by.id) return refuse('unknown-offer');
	const mine = (await listSlots(trx, offer.dwellingId)).find((slot) => slot.offerId === offerId && slot.startsAt > now);
	if (!mine) return { ok: true as const };
	await freeSlots(trx, offerId, now);
	const subject = { type: 'viewing', id: mine.id } as const;
	record(trx, { event: 'viewing_cancelled', by, subject, detail: { offer: offerId }, at: now });
	await tellViewing(trx, { offerId, startsAt: mine.startsAt }, 'viewing_cancelled', now);
	return { ok: true as const };
}
