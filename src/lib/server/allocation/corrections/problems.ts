import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import type { Contested } from './contest-service';
import type { Decided } from './decide-service';

type Problem = Extract<Contested | Decided, { ok: false }>;

const problems: Readonly<Record<Exclude<Problem['problem'], 'open-already' | 'decided-already'>, () => string>> = {
	'not-allowed': m.check_not_allowed,
	'not-found': m.contest_not_found,
	'not-opened': m.check_not_opened,
	'already-ended': m.check_already_ended,
	'window-closed': m.contest_window_closed,
	'unknown-line': m.contest_line_error,
	'unknown-document': m.contest_document_error,
	'nothing-corrected': m.contest_nothing_corrected,
	'line-changed': m.contest_line_changed,
	erased: m.check_erased
};

/** The sentence for each thing that can stop a contest of a line, or its decision. */
export function contestProblem(found: Problem): string {
	if (found.problem === 'open-already') return m.contest_open_already({ when: formatDateTime(found.at) });
	if (found.problem === 'decided-already')
		return m.contest_decided_already({ who: found.who, when: formatDateTime(found.at) });
	return problems[found.problem]();
}
