import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A home declared unfit for living by the health authority. */
export const unhealthyHome = criterion('unhealthyHome', {
	subscore: 'housing',
	numbers: { points },
	facts: ['unhealthy'],
	wrongWithHome: true,
	fragility: true,
	count: ({ household }, { points }) => (household.home.unhealthy ? { points, because: {} } : null)
});
