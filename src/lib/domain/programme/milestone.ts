import type { Instant } from '$lib/domain/calendar/instant';

/**
 * What happens to a dwelling on its way to a family, each at most once and in this order. `let_before_portal` closes the
 * story of a dwelling that was let before the portal kept offers and keys.
 */
export const milestoneOrder = [
	'identified',
	'works_planned',
	'works_started',
	'works_done',
	'certified',
	'let_before_portal'
] as const;

/** `withdrawn`: the dwelling left the programme; it may happen at any step. */
export type MilestoneEvent = (typeof milestoneOrder)[number] | 'withdrawn';

export const milestoneEvents: readonly MilestoneEvent[] = [...milestoneOrder, 'withdrawn'];

export type Milestone = { readonly event: MilestoneEvent; readonly at: Instant };

/** All that decides the state of a dwelling: its milestones, and what the offers and tenancies say of it now. */
export type DwellingHistory = {
	readonly milestones: readonly Milestone[];
	/** An offer holds the dwelling: made and not yet answered, or accepted. */
	readonly offered: boolean;
	/** A family has the keys: a tenancy with keys delivered that has not ended. */
	readonly keysDelivered: boolean;
};

/** Whether `event` happened, whenever. */
export function happened(history: DwellingHistory, event: MilestoneEvent): boolean {
	return history.milestones.some((milestone) => milestone.event === event);
}
