import { hasSeriousHandicap } from '../../household/disabilities';
import { plainRequirement } from '../requirement';

/** A member with a serious handicap (L. 104/1992 art. 3(3)). */
export const seriousHandicap = plainRequirement('seriousHandicap', {
	facts: ['disabilities'],
	proof: ({ fact }) => (fact === 'yes' ? ['serious-handicap'] : []),
	judge({ health }) {
		if (!health) return { outcome: 'missing', threshold: 'yes', fact: null, reason: 'handicap-not-declared' };
		const met = hasSeriousHandicap(health);
		return {
			outcome: met ? 'met' : 'failed',
			threshold: 'yes',
			fact: met ? 'yes' : 'no',
			reason: met ? 'met' : 'no-serious-handicap'
		};
	}
});
