import type { DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { LoadDay } from './day';
import type { Random } from './random';

/** From the first to the last: each comes after the one before it. */
export const milestones = ['identified', 'works_planned', 'works_started', 'works_done', 'certified'] as const;
export type Milestone = (typeof milestones)[number];

/** Days before today by which each milestone was reached, for the dwelling that went fastest. */
const DAYS_AGO: Readonly<Record<Milestone, number>> = {
	identified: 360,
	works_planned: 290,
	works_started: 210,
	works_done: 110,
	certified: 90
};

/** The milestones of one dwelling up to `reached`, each on a day before the next. */
export function worksEvents(
	random: Random,
	{ at }: LoadDay,
	dwelling: DwellingsTable,
	reached: Milestone,
	officerId: string
): DwellingEventsTable[] {
	const later = random.integer(0, 18);
	return milestones.slice(0, milestones.indexOf(reached) + 1).map((event) => {
		const when = at(later - DAYS_AGO[event], '09:30');
		return {
			id: random.id(when),
			dwelling_id: dwelling.id,
			event,
			at: when,
			account_id: officerId,
			document: event === 'certified' ? `Certificato di regolare esecuzione ${dwelling.code} (inventato)` : null,
			signed_by: event === 'certified' ? 'Collaudatore inventato' : null,
			source: 'Dati inventati per la dimostrazione'
		};
	});
}
