import { happened, isSuspended, milestoneOrder, type DwellingHistory, type RecordableMilestone } from './milestone';

/**
 * The milestones that a person may record next, the usual one first. A certificate is proposed and confirmed elsewhere,
 * so after the works are done nothing usual is left until it is there. A dwelling that is held or lived in cannot be
 * withdrawn, or declared let before the portal.
 */
export function nextMilestones(history: DwellingHistory): readonly RecordableMilestone[] {
	if (happened(history, 'withdrawn')) return [];
	const held = history.offered || history.keysDelivered;
	const lawful: RecordableMilestone[] = usual(history, held);
	if (!held && !happened(history, 'let_before_portal')) lawful.push('withdrawn');
	return lawful;
}

function usual(history: DwellingHistory, held: boolean): RecordableMilestone[] {
	if (isSuspended(history)) return ['works_resumed'];
	const next = milestoneOrder[furthest(history) + 1];
	if (!next || next === 'certified' || (held && next === 'let_before_portal')) return [];
	return next === 'works_done' ? ['works_done', 'works_suspended'] : [next];
}

/**
 * The position of the furthest milestone in the order, -1 before the first. An imported history may have gaps before
 * it.
 */
function furthest(history: DwellingHistory): number {
	return milestoneOrder.findLastIndex((event) => happened(history, event));
}
