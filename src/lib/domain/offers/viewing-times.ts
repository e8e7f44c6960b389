import { addDays, dayOf, romeInstant } from '../calendar/deadline';
import { isClosedDay } from '../calendar/holidays';
import type { Day, Instant } from '../calendar/instant';
import type { OfferState } from './offer-state';

/** A viewing takes so long. An example value that the agency sets. */
export const VIEWING_MINUTES = 30;
/** Viewings begin and end within these hours in Milan, Monday to Friday except holidays. Example values. */
export const openingHours = { from: '09:00', to: '18:00' } as const;
/** A household that accepted can still see its home, at most so many days ahead. */
const DAYS_AFTER_ACCEPTANCE = 30;

const LENGTH = VIEWING_MINUTES * 60_000;
const endOf = (startsAt: Instant): Instant => new Date(Date.parse(startsAt) + LENGTH).toISOString();

/** A time as it is typed: a day and `HH:MM` in Milan. */
export interface TypedTime {
	readonly day: Day;
	readonly time: string;
}

export type ViewingProblem =
	| 'hour-skipped'
	| 'slot-in-the-past'
	| 'offer-over'
	| 'after-deadline'
	| 'too-far'
	| 'closed-day'
	| 'outside-hours'
	| 'slot-overlaps';

export type JudgedTime =
	| { readonly ok: true; readonly startsAt: Instant }
	| { readonly ok: false; readonly problem: ViewingProblem };

/**
 * Whether a home can be seen at a time: a time that Milan's clocks show, to come, within the time to answer or, once the
 * household accepted, within a month; in the opening hours; apart from every other viewing of the home.
 * @param taken when the other viewings of the home begin; the same time twice is one
 */
export function judgeViewing(
	{ day, time }: TypedTime,
	offer: { readonly state: OfferState; readonly deadline: Instant },
	taken: readonly Instant[],
	now: Instant
): JudgedTime {
	const startsAt = romeInstant(day, `${time}:00`);
	const problem =
		(isSkipped(startsAt, time) ? 'hour-skipped' : null) ??
		windowProblem(startsAt, offer, now) ??
		hoursProblem(day, time) ??
		(taken.some((other) => overlaps(other, startsAt)) ? 'slot-overlaps' : null);
	return problem === null ? { ok: true, startsAt } : { ok: false, problem };
}

/** Whether the offer's household can still see its home at this time: it answers before, or it has accepted. */
export const isInWindow = (
	startsAt: Instant,
	{ state, deadline }: { readonly state: OfferState; readonly deadline: Instant }
): boolean => state === 'accepted' || (state === 'made' && endOf(startsAt) <= deadline);

const romeTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' });

/** In the night when summer time begins, the clocks skip an hour: they never show 02:30. */
const isSkipped = (startsAt: Instant, time: string): boolean => romeTime.format(new Date(startsAt)) !== time;

function windowProblem(
	startsAt: Instant,
	offer: { readonly state: OfferState; readonly deadline: Instant },
	now: Instant
): ViewingProblem | null {
	if (startsAt <= now) return 'slot-in-the-past';
	if (offer.state !== 'made' && offer.state !== 'accepted') return 'offer-over';
	if (!isInWindow(startsAt, offer)) return 'after-deadline';
	const last = addDays(dayOf(now), DAYS_AFTER_ACCEPTANCE);
	return offer.state === 'accepted' && dayOf(startsAt) > last ? 'too-far' : null;
}

function hoursProblem(day: Day, time: string): ViewingProblem | null {
	if (isClosedDay(day)) return 'closed-day';
	const end = new Date(Date.parse(`1970-01-01T${time}:00Z`) + LENGTH).toISOString().slice(11, 16);
	// A viewing that ends after midnight ends before it began.
	return time < openingHours.from || end > openingHours.to || end < time ? 'outside-hours' : null;
}

/** Two viewings of one home share a moment, and are not the same one. */
const overlaps = (one: Instant, other: Instant): boolean => one !== other && one < endOf(other) && other < endOf(one);
