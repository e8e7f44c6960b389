import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** One adult alone with one or more minors. */
export const singleParent = criterion('singleParent', {
	subscore: 'family',
	numbers: { points },
	facts: ['members'],
	fragility: true,
	count({ ages }, { points }) {
		const adults = ages.filter((years) => years >= 18).length;
		const minors = ages.length - adults;
		return adults === 1 && minors > 0 ? { points, because: { minors } } : null;
	}
});
