import { m } from '$lib/paraglide/messages';
import type { InviteProblem } from './invite-helper';
import type { RemoveProblem } from './remove-helper';

/** The sentence for each thing that can stop an act on the helpers of an organisation. */
export const helperProblems: Readonly<Record<InviteProblem | RemoveProblem, () => string>> = {
	'not-allowed': m.helpers_not_allowed,
	'not-found': m.helpers_not_found,
	'own-account': m.helpers_own_account,
	leads: m.helpers_leads
};
