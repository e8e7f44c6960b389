import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** No home at all, or a place that is not one: a cellar, a shop, a caravan. */
export const noHome = criterion('noHome', {
	subscore: 'housing',
	numbers: { none: points, improper: points },
	facts: ['kind'],
	fragility: true,
	count({ household }, numbers) {
		const { kind } = household.home;
		return kind === 'none' || kind === 'improper' ? { points: numbers[kind], because: { kind } } : null;
	}
});
