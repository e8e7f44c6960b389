import { criterion } from '../criterion';

/** An eviction, more when it can already be enforced. */
export const eviction = criterion('eviction', 'housing', ({ household }, rules) => {
	const state = household.home.eviction;
	return state === 'none' ? null : { points: rules[state], because: { state } };
});
