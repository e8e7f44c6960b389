import { happened, milestoneOrder, type DwellingHistory, type MilestoneEvent } from './milestone';

/**
 * The milestones that may be recorded next, the usual one first. Works are certified only after they are done; a
 * dwelling that somebody holds or lives in cannot be withdrawn, nor declared let before the portal.
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

/** Where the furthest milestone is in the order, -1 before the first: an imported history may have gaps behind it. */
function furthest(history: DwellingHistory): number {
	return milestoneOrder.findLastIndex((event) => happened(history, event));
}
