import { m } from '$lib/paraglide/messages';
import type { SaveProblem } from './draft-service';
import type { SubmitProblem } from './submission-service';
import type { WithdrawProblem } from './withdrawal-service';

/** The sentences for a refusal by a use case of requests. */
export const applicationProblems: Record<SaveProblem | SubmitProblem | WithdrawProblem, () => string> = {
	'not-allowed': m.applications_problem_not_allowed,
	'not-found': m.applications_problem_not_found,
	'notice-not-open': m.applications_problem_notice_not_open,
	'notice-closed': m.applications_problem_notice_closed,
	'amending-closed': m.applications_problem_amending_closed,
	'request-changed': m.applications_problem_request_changed,
	'already-applied': m.applications_problem_already_applied,
	stale: m.applications_problem_stale,
	'answers-changed': m.applications_problem_answers_changed,
	'answers-missing': m.applications_problem_answers_missing,
	'impossible-answers': m.applications_problem_impossible_answers,
	'contact-missing': m.applications_problem_contact_missing,
	'safe-contact-missing': m.applications_problem_safe_contact_missing,
	'contact-changed': m.applications_problem_contact_changed,
	'signature-missing': m.desk_signature_missing,
	'no-choices': m.applications_problem_no_choices,
	'too-many-choices': m.applications_problem_too_many_choices,
	'unknown-dwelling': m.applications_problem_unknown_dwelling,
	'repeated-dwelling': m.applications_problem_repeated_dwelling,
	'not-adequate': m.applications_problem_not_adequate,
	'already-ended': m.applications_problem_already_ended,
	'has-offer': m.applications_problem_has_offer
};
