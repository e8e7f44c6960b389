import type { Job } from '$lib/server/platform/workers/job';
import type { run as open } from './open-round.worker';
import type { run as proveHousehold } from './prove-household.worker';
import type { run as workOut } from './work-out.worker';

type JobOf<Run extends (input: never, report: never) => Promise<unknown>> = Job<
	Parameters<Run>[0],
	Awaited<ReturnType<Run>>
>;

/**
 * Allocating a round of real size takes half a second, and opening a stored round nearly as much. A thread does both,
 * so that no page waits.
 */
export const workOutJob: JobOf<typeof workOut> = {
	name: 'work-out',
	load: () => import('./work-out.worker')
};

export const openRoundJob: JobOf<typeof open> = {
	name: 'open-round',
	load: () => import('./open-round.worker')
};

/** The trees over the orders that a household stands in have a leaf for each household that listed the same home. */
export const proveHouseholdJob: JobOf<typeof proveHousehold> = {
	name: 'prove-household',
	load: () => import('./prove-household.worker')
};
