import { m } from '$lib/paraglide/messages';
import type { RetentionProblem } from './service';

export const retentionProblems: Record<RetentionProblem, () => string> = {
	'not-allowed': m.retention_problem_not_allowed,
	nothing: m.retention_problem_nothing,
	'open-already': m.retention_problem_open,
	gone: m.retention_problem_gone,
	'own-list': m.retention_problem_own
};
