import { happened, milestoneOrder, type DwellingHistory, type MilestoneEvent } from './milestone';

/**
 * The milestones that may be recorded next, the usual one first. Works are certified only after they are done; a
 * dwelling that somebody holds or lives in cannot be withdrawn, nor declared let before the portal.
 */
export function nextMilestones(history: DwellingHistory): readonly MilestoneEvent[] {
	if (happened(history, 'withdrawn')) return [];
	const held = history.offered || history.keysDelivered;
	const next = milestoneOrder.find((event) => !happened(history, event));
	const lawful: MilestoneEvent[] = [];
	if (next && !laterThan(history, next) && !(held && next === 'let_before_portal')) lawful.push(next);
	if (!held && !happened(history, 'let_before_portal')) lawful.push('withdrawn');
	return lawful;
}

/** A gap in an imported history: a later milestone is known, this one is not; it is not asked for any more. */
function laterThan(history: DwellingHistory, event: MilestoneEvent): boolean {
	const later = milestoneOrder.slice(milestoneOrder.findIndex((known) => known === event) + 1);
	return later.some((known) => happened(history, known));
}
