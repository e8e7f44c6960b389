import type { Job } from '$lib/server/platform/workers/job';
import type { run } from './duplicates.worker';

export const duplicatesJob: Job<Parameters<typeof run>[0], Awaited<ReturnType<typeof run>>> = {
	name: 'duplicates',
	load: () => import('./duplicates.worker')
};
