import type { Job } from '$lib/server/platform/workers/job';
import type { Told } from './count.worker';

export const countJob: Job<Told, { counted: number; secrets: number }> = {
	name: 'count',
	load: () => import('./count.worker')
};
