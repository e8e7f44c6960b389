import { absence, plainRequirement } from '../requirement';

/** Does not own a dwelling adequate for the household (wording changed in 2025: its certainty is in the rule set). */
export const noAdequateHome = plainRequirement('noAdequateHome', {
	facts: ['ownsAdequateHome'],
	judge: ({ household: { ownsAdequateHome } }) => absence(ownsAdequateHome, 'owns-adequate-home')
});
