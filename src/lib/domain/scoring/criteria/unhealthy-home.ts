import { criterion } from '../criterion';

/** A home declared unfit for living by the health authority. */
export const unhealthyHome = criterion('unhealthyHome', 'housing', ({ household }, { points }) =>
	household.home.unhealthy ? { points, because: {} } : null
);
