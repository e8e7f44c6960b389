import { plainRequirement } from '../requirement';

/** The ISEE declaration is valid on the day of the request, that day included. */
export const iseeInForce = plainRequirement('iseeInForce', {
	facts: [],
	evenIfBlank: ['iseeKind', 'iseeValidTo'],
	judge({ household: { iseeValidTo }, today }) {
		if (iseeValidTo === undefined) {
			return { outcome: 'missing', threshold: 'valid-isee', fact: null, reason: 'isee-expiry-not-declared' };
		}
		const met = iseeValidTo >= today;
		return {
			outcome: met ? 'met' : 'failed',
			threshold: 'valid-isee',
			fact: iseeValidTo,
			reason: met ? 'met' : 'isee-expired'
		};
	}
});
