import { count, points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A member who has reached the age of the rule set. */
export const elderly = criterion('elderly', {
	subscore: 'family',
	numbers: { age: count, points },
	facts: ['members'],
	fragility: true,
	count: ({ ages }, { age, points }) => (ages.some((years) => years >= age) ? { points, because: { age } } : null)
});
