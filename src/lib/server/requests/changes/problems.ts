import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import { documentProblems } from '$lib/server/people/documents/problems';
import type { AttachProblem } from './attach-service';
import type { Decided } from './decide-service';
import type { Told } from './tell-service';

type Problem = Extract<Told | Decided, { ok: false }>;

const problems: Readonly<Record<Exclude<Problem['problem'], 'decided-already'>, () => string>> = {
	'not-allowed': m.check_not_allowed,
	'not-found': m.change_not_found,
	'not-opened': m.check_not_opened,
	'already-ended': m.check_already_ended,
	'notice-open': m.change_notice_open,
	'to-come': m.change_to_come,
	'before-sending': m.change_before_sending,
	'unknown-member': m.change_unknown_member,
	'applicant-leaves': m.change_applicant_leaves,
	'nothing-recognised': m.change_nothing_recognised,
	'unknown-document': m.change_document_error,
	day: m.change_told_on_error,
	successor: m.change_successor_error,
	erased: m.check_erased
};

/** The sentence for each thing that can stop a change from being told, or decided. */
export function changeProblem(found: Problem): string {
	if (found.problem !== 'decided-already') return problems[found.problem]();
	return m.change_decided_already({ who: found.who, when: formatDateTime(found.at) });
}

/** The sentence for each thing that can stop a paper from being attached. */
export const attachProblems: Readonly<Record<AttachProblem, () => string>> = {
	...documentProblems,
	'not-allowed': m.check_not_allowed,
	'not-found': m.change_not_found,
	'not-opened': m.check_not_opened,
	'already-ended': m.check_already_ended,
	'not-recorded': m.change_paper_not_recorded,
	'no-account': m.change_paper_no_account,
	'is-decided': m.change_paper_decided,
	'too-many': m.change_paper_many
};
