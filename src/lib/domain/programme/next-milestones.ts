import { happened, milestoneOrder, type DwellingHistory, type MilestoneEvent } from './milestone';

/**
 * The milestones that may be recorded next, the usual one first. Works are certified only after they are done. A
 * dwelling that is held or lived in cannot be withdrawn, or declared let before the portal.
 */
export function nextMilestones(history: DwellingHistory): readonly MilestoneEvent[] {
	if (happened(history, 'withdrawn')) return [];
	const held = history.offered || history.keysDelivered;
	const next = milestoneOrder[furthest(history) + 1];
	const lawful: MilestoneEvent[] = [];
	if (next && !(held && next === 'let_before_portal')) lawful.push(next);
	if (!held && !happened(history, 'let_before_portal')) lawful.push('withdrawn');
	return lawful;
}

/**
 * The position of the furthest milestone in the order, -1 before the first. An imported history may have gaps before
 * it.
 */
function furthest(history: DwellingHistory): number {
	return milestoneOrder.findLastIndex((event) => happened(history, event));
}
