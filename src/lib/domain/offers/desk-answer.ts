import { dayOf } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { judgeHeard, type Heard, type HeardProblem } from '../desk/heard';
import type { RefusalReason } from './refusal-rules';

export type HouseholdAnswer =
	| { readonly answer: 'accepted' }
	| { readonly answer: 'refused'; readonly reason: RefusalReason };

export type DeskProblem = HeardProblem | 'answer-before-offer' | 'answer-after-deadline';

/** Whether an answer that came to the office counts: it came while the offer was open, and something shows it. */
export function judgeEvidence(
	heard: Heard,
	offer: { readonly madeAt: Instant; readonly deadline: Instant },
	now: Instant
): DeskProblem | null {
	const problem = judgeHeard(heard, now);
	if (problem) return problem;
	if (heard.on < dayOf(offer.madeAt)) return 'answer-before-offer';
	return heard.on > dayOf(offer.deadline) ? 'answer-after-deadline' : null;
}
