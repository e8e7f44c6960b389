import { criterion } from '../criterion';

/** No home at all, or a place that is not one: a cellar, a shop, a caravan. */
export const noHome = criterion('noHome', 'housing', ({ household }, rules) => {
	const { kind } = household.home;
	return kind === 'none' || kind === 'improper' ? { points: rules[kind], because: { kind } } : null;
});
