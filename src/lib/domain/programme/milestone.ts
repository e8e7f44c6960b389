import type { Instant } from '../calendar/instant';

/**
 * The milestones of a dwelling until a family moves in, each at most once and in this order. `let_before_portal` ends
 * the history of a dwelling that was let before the portal recorded offers and keys.
 */
export const milestoneOrder = [
	'identified',
	'works_planned',
	'works_started',
	'works_done',
	'certified',
	'let_before_portal'
] as const;

/** `withdrawn`: the dwelling left the programme. It may happen at any step. */
export type MilestoneEvent = (typeof milestoneOrder)[number] | 'withdrawn';

export const milestoneEvents: readonly MilestoneEvent[] = [...milestoneOrder, 'withdrawn'];

export type Milestone = { readonly event: MilestoneEvent; readonly at: Instant };

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
