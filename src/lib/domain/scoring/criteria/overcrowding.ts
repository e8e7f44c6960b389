import { area, list, neverFalling, points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/**
 * A home smaller than the limit for the number of persons; at the limit it is not overcrowded. `underDm2[n - 1]` is the limit
 * for n persons; the last holds for more.
 */
export const overcrowding = criterion('overcrowding', {
	subscore: 'housing',
	numbers: { underDm2: list(neverFalling(area)), points },
	facts: ['members', 'netAreaDm2'],
	wrongWithHome: true,
	count({ household }, { underDm2, points }) {
		const { netAreaDm2 } = household.home;
		const persons = household.members.length;
		const limit = underDm2[Math.min(persons, underDm2.length) - 1];
		if (netAreaDm2 === null || limit === undefined || netAreaDm2 >= limit) return null;
		return { points, because: { persons, netAreaDm2, limitDm2: limit } };
	}
});
