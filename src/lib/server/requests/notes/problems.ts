import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import type { Written } from './service';

/** The sentence for a note that was not written. */
export function noteProblem(refused: Exclude<Written, { ok: true }>): string {
	if (refused.problem === 'corrected-already')
		return m.note_corrected_already({ who: refused.who, when: formatDateTime(refused.at) });
	return {
		'not-allowed': m.person_problem_not_allowed,
		'not-found': m.file_unknown,
		closed: m.note_closed,
		'unknown-note': m.note_unknown
	}[refused.problem]();
}
