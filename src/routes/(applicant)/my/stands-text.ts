import { stopForPapers } from '$lib/domain/calendar/suspension';
import { m } from '$lib/paraglide/messages';
import type { TermThatStands } from '$lib/server/desk/work-list/stopped-terms';
import { formatDate, formatWeekday } from '$lib/words/format';
import { certaintyText } from '$lib/words/rules/certainty-text';

const sentences = { 'decide-change': m.term_stopped_own_change, 'decide-contest': m.term_stopped_own_contest };

/** Since when a term of the office stands still for a household, until when at most, and why. One sentence a kind. */
export function standsText(terms: readonly TermThatStands[]): string[] {
	const { source, certainty } = stopForPapers;
	const mark = certaintyText(certainty);
	const texts = terms.map(({ kind, since, until }) =>
		sentences[kind]({ since: formatDate(since), until: formatWeekday(until), source })
	);
	return [...new Set(texts)].map((text) => (mark ? `${text} ${mark}.` : text));
}
