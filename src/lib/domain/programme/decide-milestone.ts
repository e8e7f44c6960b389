import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';
import { happened, type DwellingHistory, type MilestoneEvent } from './milestone';
import { nextMilestones } from './next-milestones';

export type MilestoneProposal = {
	readonly event: MilestoneEvent;
	readonly on: Day;
	/** The document that proves it: number and date of a certificate or report. */
	readonly document: string | null;
	/** The person who is responsible: the works director or the tester who signed the certificate. */
	readonly signedBy: string | null;
};

export type MilestoneProblem =
	| 'milestone-already-recorded'
	| 'dwelling-withdrawn'
	| 'dwelling-held'
	| 'milestone-out-of-order'
	| 'date-in-future'
	| 'date-before-previous'
	| 'document-missing'
	| 'signature-missing';

/**
 * Whether `proposal` may be recorded at `now`. Days are Milan's. Certifying works needs the document and the person who
 * signed it, because a restored dwelling counts towards the target of indicator CO40 and is checked against that
 * document.
 */
export function decideMilestone(
	history: DwellingHistory,
	proposal: MilestoneProposal,
	now: Instant
): { ok: true } | { ok: false; problem: MilestoneProblem } {
	const problem = orderProblem(history, proposal.event) ?? dateProblem(history, proposal.on, now) ?? proof(proposal);
	return problem ? { ok: false, problem } : { ok: true };
}

function orderProblem(history: DwellingHistory, event: MilestoneEvent): MilestoneProblem | null {
	if (happened(history, event)) return 'milestone-already-recorded';
	if (happened(history, 'withdrawn')) return 'dwelling-withdrawn';
	if (nextMilestones(history).includes(event)) return null;
	const held = history.offered || history.keysDelivered || happened(history, 'let_before_portal');
	return held && (event === 'withdrawn' || event === 'let_before_portal') ? 'dwelling-held' : 'milestone-out-of-order';
}

function dateProblem(history: DwellingHistory, on: Day, now: Instant): MilestoneProblem | null {
	if (on > dayOf(now)) return 'date-in-future';
	return history.milestones.some((milestone) => dayOf(milestone.at) > on) ? 'date-before-previous' : null;
}

function proof({ event, document, signedBy }: MilestoneProposal): MilestoneProblem | null {
	if (event !== 'certified') return null;
	if (!document) return 'document-missing';
	return signedBy ? null : 'signature-missing';
}
