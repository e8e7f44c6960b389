import type { Job } from '$lib/server/platform/workers/job';
import type { run } from './check-file.worker';

export const checkFileJob: Job<Parameters<typeof run>[0], Awaited<ReturnType<typeof run>>> = {
	name: 'check-file',
	load: () => import('./check-file.worker')
};
