import type { AdequacyRules } from '../other-rules';
import type { RuleValue } from '../rule-value';

/** Net areas by number of persons, as r.r. 4/2017 art. 9(2) has them since r.r. 3/2019. */
export const sizeBands: RuleValue<AdequacyRules> = {
	value: {
		onePersonUnderDm2: 2800,
		bands: [
			{ persons: 1, minDm2: 2800, maxDm2: 4600 },
			{ persons: 2, minDm2: 3800, maxDm2: 5500 },
			{ persons: 3, minDm2: 4800, maxDm2: 6500 },
			{ persons: 4, minDm2: 5800, maxDm2: 8000 },
			{ persons: 5, minDm2: 6800, maxDm2: 9300 },
			{ persons: 6, minDm2: 7800, maxDm2: null }
		]
	},
	certainty: 'found',
	source: 'r.r. 4/2017 art. 9(2), r.r. 3/2019'
};

/** Under these areas 1, 2, … persons live overcrowded, as the municipality's own software has it. */
export const overcrowdedUnder: readonly number[] = [1700, 1700, 3400, 5000, 5000, 6700, 8400];
