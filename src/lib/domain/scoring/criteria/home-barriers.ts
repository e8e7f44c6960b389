import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A home that a disabled member cannot use, for its steps, doors or bathroom. */
export const homeBarriers = criterion('homeBarriers', {
	subscore: 'housing',
	numbers: { points },
	facts: ['homeHasBarriers'],
	wrongWithHome: true,
	count: ({ health }, { points }) => (health.homeHasBarriers ? { points, because: {} } : null)
});
