import { hasSeriousHandicap } from '../../household/disabilities';
import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A member with a recognised severe disability (L. 104/1992 art. 3(3)). */
export const severeDisability = criterion('severeDisability', {
	subscore: 'family',
	numbers: { points },
	facts: ['disabilities'],
	fragility: true,
	count: ({ health }, { points }) => (hasSeriousHandicap(health) ? { points, because: {} } : null)
});
