import { criterion } from '../criterion';

/** A home shared with another household. */
export const sharedHome = criterion('sharedHome', 'housing', ({ household }, { points }) =>
	household.home.shared ? { points, because: {} } : null
);
