import { m } from '$lib/paraglide/messages';
import type { EraseProblem } from './erase-service';

/** The sentence for each reason why an account is not erased. */
export const eraseProblems: Record<EraseProblem, () => string> = {
	'not-allowed': m.rights_problem_not_allowed,
	demo: m.rights_problem_demo,
	gone: m.rights_gone,
	offer: m.rights_problem_offer,
	tenancy: m.rights_problem_tenancy,
	request: m.rights_problem_request,
	'home-held': m.rights_problem_home_held,
	listing: m.rights_problem_listing,
	'home-search': m.rights_problem_home_search
};
