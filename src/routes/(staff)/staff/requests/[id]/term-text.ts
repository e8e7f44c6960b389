import { stopForPapers, type Asked } from '$lib/domain/calendar/suspension';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { decisionTerm, type StoppableKind } from '$lib/server/desk/work-list/stopped-terms';
import { formatDate, formatDeadline } from '$lib/words/format';
import { certaintyText } from '$lib/words/rules/certainty-text';

/** Until when the office decides about something that came at `begunAt`, and whether the term stands still now. */
export function termText(kind: StoppableKind, begunAt: string, asked: readonly Asked[]): string {
	const { due, stopped } = decisionTerm(kind, begunAt, asked, now());
	const decide = m.term_decide({ due: formatDeadline(due) });
	if (stopped === null) return decide;
	const { source, certainty } = stopForPapers;
	const since = formatDate(stopped.since);
	const stands = m.term_stopped({ since, until: formatDeadline(stopped.until), source });
	return [decide, stands, certaintyText(certainty)].filter(Boolean).join(' ');
}
