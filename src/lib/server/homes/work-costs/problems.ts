import { m } from '$lib/paraglide/messages';
import type { WorkCostProblem } from './service';

export const workCostProblems: Record<WorkCostProblem, () => string> = {
	'not-allowed': m.register_problem_not_allowed,
	stale: m.work_costs_stale
};
