import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

export const offerStates = ['made', 'accepted', 'refused', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** What happened to an offer: its rows, in any order. */
export interface OfferHistory {
	/** Last second of its last day. */
	readonly deadline: Instant;
	readonly events: readonly { readonly event: OfferState }[];
}

/**
 * Where an offer stands at `now`, from what happened to it. Once the deadline has passed an unanswered offer is expired,
 * also before the job has written so (domain-rules.md: a deadline is the last second of its day).
 */
export function offerState({ deadline, events }: OfferHistory, now: Instant): OfferState {
	const last = events.find(({ event }) => event !== 'made');
	// A withdrawal can follow an acceptance; nothing else follows an answer.
	if (events.some(({ event }) => event === 'withdrawn')) return 'withdrawn';
	if (last) return last.event;
	return isPast(deadline, now) ? 'expired' : 'made';
}
