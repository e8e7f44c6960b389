import { CODE_MINUTES } from '$lib/domain/mandates/consent';
import { m } from '$lib/paraglide/messages';
import type { EndProblem } from './end';
import type { HelpProblem } from './helping';
import type { ProposeProblem } from './propose';
import type { YesOutcome } from './own-yes';
import type { YesProblem } from './say-yes';

/** The sentences for a refusal by a use case of mandates. */
export const mandateProblems: Readonly<Record<ProposeProblem | YesProblem | EndProblem | HelpProblem, () => string>> = {
	'not-allowed': m.mandates_problem_not_allowed,
	'not-found': m.mandates_problem_not_found,
	'not-active': m.mandates_problem_not_active,
	'not-proposed': m.mandates_problem_not_proposed,
	'not-possible': m.mandates_problem_not_possible,
	'not-renewable': m.mandates_problem_not_renewable,
	'too-many-codes': m.mandates_problem_too_many_codes,
	'no-address': m.mandates_problem_no_address,
	'code-needed': m.mandates_problem_code_needed,
	'no-paper': m.mandates_problem_no_paper
};

/** The sentences for a code that does not count. */
export const codeProblems: Readonly<Record<Exclude<YesOutcome, 'given'>, () => string>> = {
	wrong: m.mandates_code_wrong,
	'too-old': () => m.mandates_code_too_old({ minutes: CODE_MINUTES }),
	'too-often': m.mandates_code_too_often,
	used: m.mandates_code_used,
	none: m.mandates_code_none
};
