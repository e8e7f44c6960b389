import { citizenships, hasPermit } from '../../household/choices';
import { choices } from '../../ruleset/kinds';
import { requirement } from '../requirement';

/**
 * A citizenship or permit that the rule set accepts, in force on the day of the request (r.r. 4/2017 art. 7). A permit whose
 * last day is blank may have expired: the requirement is then missing, not met.
 */
export const citizenship = requirement('citizenship', {
	numbers: { accepted: choices(citizenships) },
	facts: ['citizenship'],
	// A citizen needs no permit; a day told all the same counts for nothing.
	evenIfBlank: ['permitValidTo'],
	judge({ household, today }, { accepted }) {
		const { citizenship: fact, permitValidTo } = household;
		const judged = (outcome: 'met' | 'failed' | 'missing', reason: string) => {
			return { outcome, threshold: 'accepted-permit', fact, reason };
		};
		if (!accepted.includes(fact)) return judged('failed', 'permit-not-accepted');
		if (!hasPermit(fact)) return judged('met', 'met');
		if (permitValidTo === undefined) return judged('missing', 'permit-end-not-declared');
		return permitValidTo < today ? judged('failed', 'permit-expired') : judged('met', 'met');
	}
});
