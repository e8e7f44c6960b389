import { m } from '$lib/paraglide/messages';

export const tenancyProblems = {
	'not-allowed': () => m.offer_not_allowed(),
	'unknown-tenancy': () => m.tenancy_unknown(),
	'tenancy-ended': () => m.tenancy_ended_problem(),
	'in-the-future': () => m.tenancy_in_the_future(),
	'before-the-step-before': () => m.tenancy_before_the_step_before(),
	'step-missing': () => m.tenancy_step_missing(),
	'already-done': () => m.tenancy_already_done()
} as const;
