import { stopForPapers, stoppedTerm, type Asked } from '$lib/domain/calendar/suspension';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { officeTerm } from '$lib/server/desk/work-list/kinds';
import { formatDeadline } from '$lib/words/format';
import { certaintyText } from '$lib/words/rules/certainty-text';

/** Until when the office decides about something that came at `begunAt`, and whether the term stands still now. */
export function termText(kind: 'decide-contest' | 'decide-change', begunAt: string, asked: readonly Asked[]): string {
	const { due, stoppedUntil } = stoppedTerm({ begunAt, due: officeTerm(kind, begunAt) }, asked, now());
	const decide = m.term_decide({ due: formatDeadline(due) });
	if (stoppedUntil === null) return decide;
	const { source, certainty } = stopForPapers;
	const stands = m.term_stopped({ until: formatDeadline(stoppedUntil), source });
	return [decide, stands, certaintyText(certainty)].filter(Boolean).join(' ');
}
