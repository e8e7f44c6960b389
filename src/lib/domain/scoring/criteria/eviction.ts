import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** An eviction, more when it can already be enforced. */
export const eviction = criterion('eviction', {
	subscore: 'housing',
	numbers: { notified: points, enforceable: points },
	facts: ['eviction'],
	fragility: true,
	check: ({ notified, enforceable }) =>
		enforceable < notified ? [{ path: 'enforceable', problem: 'enforceable-under-notified' }] : [],
	count({ household }, numbers) {
		const state = household.home.eviction;
		return state === 'none' ? null : { points: numbers[state], because: { state } };
	}
});
