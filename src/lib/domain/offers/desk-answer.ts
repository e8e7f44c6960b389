import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';
import type { RefusalReason } from './refusal-rules';

/** The way in which an answer reached the office, when the household did not give it in the portal. */
export const deskChannels = ['letter', 'phone', 'desk'] as const;
export type DeskChannel = (typeof deskChannels)[number];

export type HouseholdAnswer =
	| { readonly answer: 'accepted' }
	| { readonly answer: 'refused'; readonly reason: RefusalReason };

/** The office's proof of an answer: the day on which it came, and what shows it (protocol of a letter, number of a call). */
export type Evidence = { readonly channel: DeskChannel; readonly on: Day; readonly evidence: string };

export type DeskProblem = 'answer-to-come' | 'answer-before-offer' | 'answer-after-deadline' | 'evidence-missing';

/** Whether an answer that came to the office counts: it came while the offer was open, and something shows it. */
export function judgeEvidence(
	{ on, evidence }: Evidence,
	offer: { readonly madeAt: Instant; readonly deadline: Instant },
	now: Instant
): DeskProblem | null {
	if (on > dayOf(now)) return 'answer-to-come';
	if (on < dayOf(offer.madeAt)) return 'answer-before-offer';
	if (on > dayOf(offer.deadline)) return 'answer-after-deadline';
	return evidence.trim() === '' ? 'evidence-missing' : null;
}
