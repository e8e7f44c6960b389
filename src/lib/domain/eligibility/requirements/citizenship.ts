import { requirement } from '../requirement';

/** A citizenship or permit that the rule set accepts (r.r. 4/2017 art. 7). */
export const citizenship = requirement('citizenship', (household, { accepted }) => {
	const met = accepted.includes(household.citizenship);
	return {
		outcome: met ? 'met' : 'failed',
		threshold: 'accepted-permit',
		fact: household.citizenship,
		reason: met ? 'met' : 'permit-not-accepted'
	};
});
