import { emergencyGrounds } from '../../household/choices';
import { choices } from '../../ruleset/kinds';
import { requirement } from '../requirement';

/** At least one of the grounds that the rule set names, for which a household cannot wait. */
export const emergency = requirement('emergency', {
	numbers: { grounds: choices(emergencyGrounds) },
	facts: [],
	evenIfBlank: ['emergency'],
	judge({ health }, { grounds }) {
		const declared = health?.emergency;
		if (!declared) return { outcome: 'missing', threshold: 'a-ground', fact: null, reason: 'emergency-not-declared' };
		const ground = grounds.find((one) => declared.includes(one));
		return {
			outcome: ground ? 'met' : 'failed',
			threshold: 'a-ground',
			fact: ground ?? 'none',
			reason: ground ? 'met' : 'no-emergency'
		};
	}
});
