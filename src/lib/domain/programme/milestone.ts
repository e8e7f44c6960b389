import type { Instant } from '../calendar/instant';
import type { WorkMilestone } from './work';

/**
 * The milestones of a dwelling until a family moves in, each at most once and in this order. `certified`: a second person
 * confirmed the certificate of its works. `let_before_portal` ends the history of a dwelling that was let before the
 * portal recorded offers and keys.
 */
export const milestoneOrder = [
	'identified',
	'works_planned',
	'works_started',
	'works_done',
	'certified',
	'let_before_portal'
] as const;

/**
 * `declared`: a source reports the dwelling restored; nobody records it by hand. `withdrawn`: the dwelling left the
 * programme. It may happen at any step.
 */
export type MilestoneEvent = (typeof milestoneOrder)[number] | WorkMilestone | 'declared' | 'withdrawn';

/** Every milestone, in the order in which those of one day are told. */
export const milestoneEvents: readonly MilestoneEvent[] = [
	'identified',
	'works_planned',
	'works_started',
	'works_suspended',
	'works_resumed',
	'works_done',
	'declared',
	'certified',
	'let_before_portal',
	'withdrawn'
];

/** The milestones that a person records: neither `certified`, which takes two persons, nor `declared`, which is a source's word. */
export type RecordableMilestone = Exclude<MilestoneEvent, 'certified' | 'declared'>;
export const recordableMilestones = milestoneEvents.filter(
	(event): event is RecordableMilestone => event !== 'certified' && event !== 'declared'
);

/** `synthetic`: of a certificate that was invented for the demo. */
export type Milestone = { readonly event: MilestoneEvent; readonly at: Instant; readonly synthetic?: boolean };

/** Everything that decides the state of a dwelling: its milestones, and its present offers and tenancies. */
export type DwellingHistory = {
	readonly milestones: readonly Milestone[];
	/** An offer holds the dwelling: it is unanswered or accepted. */
	readonly offered: boolean;
	/** A family has the keys: a tenancy with keys delivered that has not ended. */
	readonly keysDelivered: boolean;
};

/** Whether `event` has happened. */
export function happened(history: DwellingHistory, event: MilestoneEvent): boolean {
	return history.milestones.some((milestone) => milestone.event === event);
}

/** Whether the works stand still: the last of their events is a suspension. */
export function isSuspended({ milestones }: DwellingHistory): boolean {
	const last = milestones.findLast(({ event }) => event === 'works_suspended' || event === 'works_resumed');
	return last?.event === 'works_suspended';
}
