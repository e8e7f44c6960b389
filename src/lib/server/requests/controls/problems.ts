import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import type { Controlled } from './control-service';
import type { DrawProblem } from './draw-service';
import type { SampleDone, SampleProblem } from './sample-service';

const sentences: Readonly<Record<SampleProblem | DrawProblem, () => string>> = {
	'not-allowed': m.notices_problem_not_allowed,
	'not-found': m.sample_not_found,
	'notice-open': m.sample_notice_open,
	'nobody-left': m.sample_nobody_left,
	share: m.sample_share_error,
	'same-person': m.sample_same_person,
	'not-confirmed': m.sample_not_confirmed,
	'too-early': m.sample_too_early,
	'wrong-round': m.sample_wrong_round
};

type Refused = Extract<SampleDone, { ok: false }> | { readonly ok: false; readonly problem: DrawProblem };

/** The sentence for each thing that can stop a sample or its draw. */
export function sampleProblem(refused: Refused): string {
	if (!('who' in refused)) return sentences[refused.problem]();
	const words = { who: refused.who, when: formatDateTime(refused.at) };
	return refused.problem === 'waits-already' ? m.sample_waits_already(words) : m.sample_closed(words);
}

type Stopped = Extract<Controlled, { ok: false }>;

const stops: Readonly<Record<Exclude<Stopped, { who: string }>['problem'], () => string>> = {
	'not-allowed': m.check_not_allowed,
	'not-found': m.check_unknown_request,
	'not-opened': m.check_not_opened,
	'not-drawn': m.control_not_drawn,
	'already-ended': m.check_already_ended,
	'not-checked': m.control_not_checked,
	'facts-changed': m.control_facts_changed,
	'no-fact-changed': m.control_no_fact_changed
};

/** The sentence for each thing that can stop the end of a control. */
export const controlProblem = (stopped: Stopped): string =>
	'who' in stopped
		? m.control_already({ who: stopped.who, when: formatDateTime(stopped.at) })
		: stops[stopped.problem]();
