import { citizenships } from '../../household/choices';
import { choices } from '../../ruleset/kinds';
import { requirement } from '../requirement';

/** A citizenship or permit that the rule set accepts, in force on the day of the request (r.r. 4/2017 art. 7). */
export const citizenship = requirement('citizenship', {
	numbers: { accepted: choices(citizenships) },
	facts: ['citizenship'],
	// Some need no permit, and some permits have no last day.
	evenIfBlank: ['permitValidTo'],
	judge({ household, today }, { accepted }) {
		const { citizenship: fact, permitValidTo } = household;
		const expired = permitValidTo !== undefined && permitValidTo < today;
		const reason = !accepted.includes(fact) ? 'permit-not-accepted' : expired ? 'permit-expired' : 'met';
		return { outcome: reason === 'met' ? 'met' : 'failed', threshold: 'accepted-permit', fact, reason };
	}
});
