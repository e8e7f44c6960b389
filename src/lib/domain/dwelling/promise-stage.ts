import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

export const promiseStages = ['draft', 'open', 'closed', 'ranked', 'offered', 'accepted', 'signed'] as const;
/**
 * How far a home is promised by its notice.
 * - draft: chosen for a notice that is not published. Nobody outside the office knows.
 * - open: households can list it, now or from the day the notice opens.
 * - closed: households have listed it.
 * - ranked: a published ranking says which household gets it, or that nobody does.
 * - offered: a household has an offer that it has not answered.
 * - accepted: a household took it. There is no contract yet.
 * - signed: its contract is registered, or the keys are delivered.
 */
export type PromiseStage = (typeof promiseStages)[number];

/** The facts of a home in a notice. */
export interface PromiseFacts {
	/** When the notice was published by the office; null for a draft. */
	readonly openedAt: Instant | null;
	readonly closesAt: Instant;
	/** A version of the ranking is published. */
	readonly ranked: boolean;
	/** The offer that holds the home now: whether it is accepted, and whether its contract is registered. */
	readonly offer: { readonly accepted: boolean; readonly deadline: Instant; readonly contract: boolean } | null;
}

/** How far the home is promised at `now`. An unanswered offer whose time is over promises nothing more than the ranking. */
export function promiseStage({ openedAt, closesAt, ranked, offer }: PromiseFacts, now: Instant): PromiseStage {
	if (offer?.contract) return 'signed';
	if (offer?.accepted) return 'accepted';
	if (offer && !isPast(offer.deadline, now)) return 'offered';
	if (ranked) return 'ranked';
	if (openedAt === null) return 'draft';
	return isPast(closesAt, now) ? 'closed' : 'open';
}
