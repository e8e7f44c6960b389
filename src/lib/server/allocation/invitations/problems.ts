import { m } from '$lib/paraglide/messages';

/** The sentence for each reason why nobody is invited. */
export const invitationProblems = {
	'not-allowed': m.invitation_not_allowed,
	'unknown-notice': m.notices_problem_not_found,
	'notice-not-open': m.invitation_not_open,
	'notice-closed': m.invitation_closed
} as const;
