import { absence, requirement } from '../requirement';

/** Does not own a dwelling adequate for the household (wording changed in 2025: its certainty is in the rule set). */
export const noAdequateHome = requirement('noAdequateHome', ({ household: { ownsAdequateHome } }) =>
	absence(ownsAdequateHome, 'owns-adequate-home')
);
