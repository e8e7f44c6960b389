import { criterion } from '../criterion';

/** A home that a disabled member cannot use, for its steps, doors or bathroom. */
export const homeBarriers = criterion('homeBarriers', 'housing', ({ health }, { points }) =>
	health.homeHasBarriers ? { points, because: {} } : null
);
