import { m } from '$lib/paraglide/messages';
import type { DuplicateProblem } from './service';

/** The sentences for what the office may not do with a cluster. */
export const duplicateProblems: Readonly<Record<DuplicateProblem, () => string>> = {
	'not-allowed': m.duplicates_problem_not_allowed,
	'not-found': m.duplicates_problem_not_found,
	'reason-needed': m.duplicates_problem_reason,
	closed: m.duplicates_problem_closed,
	changed: m.duplicates_problem_changed,
	'too-few': m.duplicates_problem_too_few
};
