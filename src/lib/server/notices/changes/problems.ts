import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import type { ChangeDone } from './service';

type Refused = Extract<ChangeDone, { ok: false }>;
type Plain = Exclude<Refused, { who: string }>['problem'];

const sentences: Readonly<Record<Plain, () => string>> = {
	'not-allowed': m.notices_problem_not_allowed,
	'not-found': m.notice_change_not_found,
	imported: m.notice_change_imported,
	'same-person': m.notice_change_same_person,
	stale: m.notices_problem_stale,
	'not-open': m.notice_change_not_open,
	'not-later': m.notice_change_not_later,
	'draw-without-name': m.notices_problem_draw_without_name,
	'beacon-too-early': m.notices_problem_beacon_too_early,
	'not-published': m.notice_change_not_published,
	'nothing-changed': m.notice_change_nothing
};

/** The sentence for each thing that can stop a change of a notice. */
export function changeProblem(refused: Refused): string {
	if (!('who' in refused)) return sentences[refused.problem]();
	const words = { who: refused.who, when: formatDateTime(refused.at) };
	return refused.problem === 'waits-already' ? m.notice_change_waits_already(words) : m.notice_change_closed(words);
}
