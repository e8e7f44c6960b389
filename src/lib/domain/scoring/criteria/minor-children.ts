import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** Points for each member under 18, up to a maximum. */
export const minorChildren = criterion('minorChildren', {
	subscore: 'family',
	numbers: { each: points, max: points },
	facts: ['members'],
	count({ ages }, { each, max }) {
		const minors = ages.filter((years) => years < 18).length;
		return { points: Math.min(minors * each, max), because: { minors } };
	}
});
