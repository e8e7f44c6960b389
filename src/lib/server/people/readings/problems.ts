import { m } from '$lib/paraglide/messages';
import type { OpenPersonProblem } from './service';

/** The sentences for a refusal to open a person's details. */
export const openPersonProblems: Record<OpenPersonProblem, () => string> = {
	'not-allowed': m.person_problem_not_allowed,
	'not-found': m.person_problem_not_found,
	'reason-needed': m.person_problem_reason
};
