import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A home shared with another household. */
export const sharedHome = criterion('sharedHome', {
	subscore: 'housing',
	numbers: { points },
	facts: ['shared'],
	wrongWithHome: true,
	count: ({ household }, { points }) => (household.home.shared ? { points, because: {} } : null)
});
