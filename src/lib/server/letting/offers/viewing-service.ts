import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canAnswer } from '$lib/domain/offers/answer-offer';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findOffer, listEvents, lockOffer } from './repository';
import { freeSlots, insertSlot, listSlots, takeSlot } from './viewing-repository';

/** An officer opens a time at which the home of an offer can be seen. The same time twice is one slot. */
export async function addSlot(trx: Transaction<Database>, offerId: string, startsAt: Instant, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const offer = await findOffer(trx, offerId);
	if (!offer) return { ok: false as const, problem: 'unknown-offer' as const };
	if (startsAt <= now) return { ok: false as const, problem: 'slot-in-the-past' as const };
	const slots = await listSlots(trx, offer.dwellingId);
	if (slots.some((slot) => slot.startsAt === startsAt)) return { ok: true as const };
	const id = newId();
	await insertSlot(trx, { id, dwelling_id: offer.dwellingId, starts_at: startsAt, created_by: by.id });
	const detail = { dwelling: offer.dwellingId, startsAt };
	record(trx, { event: 'viewing_slot_added', by, subject: { type: 'viewing', id }, detail, at: now });
	return { ok: true as const };
}

/** The household books a visit of the home it was offered; a second booking moves the first. */
export async function bookSlot(trx: Transaction<Database>, offerId: string, slotId: string, by: Actor, now: Instant) {
	const offer = await lockOffer(trx, offerId);
	if (!offer || offer.accountId !== by.id) return { ok: false as const, problem: 'unknown-offer' as const };
	const events = await listEvents(trx, [offerId]);
	const answerable = canAnswer({ deadline: offer.deadline, events }, now);
	// A household that accepted may still see the home.
	const open = answerable.ok || (answerable.problem === 'already-answered' && answerable.state === 'accepted');
	if (!open) return answerable;
	if (!(await takeSlot(trx, slotId, offer.dwellingId, offerId, now)))
		return { ok: false as const, problem: 'slot-taken' as const };
	await freeSlots(trx, offerId, now, slotId);
	record(trx, {
		event: 'viewing_booked',
		by,
		subject: { type: 'viewing', id: slotId },
		detail: { offer: offerId },
		at: now
	});
	return { ok: true as const };
}
