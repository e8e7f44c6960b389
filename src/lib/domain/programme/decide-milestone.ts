import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';
import { happened, type DwellingHistory, type RecordableMilestone } from './milestone';
import { nextMilestones } from './next-milestones';

export type MilestoneProposal = {
	readonly event: RecordableMilestone;
	readonly on: Day;
	/** The document that proves it: number and date of a report. */
	readonly document: string | null;
};

export type MilestoneProblem =
	| 'milestone-already-recorded'
	| 'dwelling-withdrawn'
	| 'dwelling-held'
	| 'milestone-out-of-order'
	| 'date-in-future'
	| 'date-before-previous';

/** Whether `proposal` may be recorded at `now`. Days are Milan's. */
export function decideMilestone(
	history: DwellingHistory,
	proposal: MilestoneProposal,
	now: Instant
): { ok: true } | { ok: false; problem: MilestoneProblem } {
	const problem = orderProblem(history, proposal.event) ?? dateProblem(history, proposal.on, now);
	return problem ? { ok: false, problem } : { ok: true };
}

/** Works may stop and go on more than once. */
const repeats: ReadonlySet<RecordableMilestone> = new Set(['works_suspended', 'works_resumed']);

function orderProblem(history: DwellingHistory, event: RecordableMilestone): MilestoneProblem | null {
	if (!repeats.has(event) && happened(history, event)) return 'milestone-already-recorded';
	if (happened(history, 'withdrawn')) return 'dwelling-withdrawn';
	if (nextMilestones(history).includes(event)) return null;
	const held = history.offered || history.keysDelivered || happened(history, 'let_before_portal');
	return held && (event === 'withdrawn' || event === 'let_before_portal') ? 'dwelling-held' : 'milestone-out-of-order';
}

function dateProblem(history: DwellingHistory, on: Day, now: Instant): MilestoneProblem | null {
	if (on > dayOf(now)) return 'date-in-future';
	return history.milestones.some((milestone) => dayOf(milestone.at) > on) ? 'date-before-previous' : null;
}
