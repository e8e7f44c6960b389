import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

export const offerStates = ['made', 'accepted', 'refused', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** The events of an offer, in any order. */
export interface OfferHistory {
	/** The last second of its last day. */
	readonly deadline: Instant;
	readonly events: readonly { readonly event: OfferState }[];
}

/**
 * The state of an offer at `now`, derived from its events. After the deadline an unanswered offer is expired, even
 * before the job has recorded it. A deadline is the last second of its day.
 */
export function offerState({ deadline, events }: OfferHistory, now: Instant): OfferState {
	const last = events.find(({ event }) => event !== 'made');
	// A withdrawal can follow an acceptance. Nothing else follows an answer.
	if (events.some(({ event }) => event === 'withdrawn')) return 'withdrawn';
	if (last) return last.event;
	return isPast(deadline, now) ? 'expired' : 'made';
}
