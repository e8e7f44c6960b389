import type { Candidate } from '$lib/domain/controls/draw-sample';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import type { run } from './draw-sample.worker';
import type { Sample } from './repository';

const drawSampleJob: Job<Parameters<typeof run>[0], Awaited<ReturnType<typeof run>>> = {
	name: 'draw-sample',
	load: () => import('./draw-sample.worker')
};

/** The requests that a number draws from a sample, worked out in a thread of its own. The same ones whenever it is asked. */
export const drawnBy = ({ id, population, shares }: Sample, seed: string): Promise<Candidate[]> =>
	runInWorker(drawSampleJob, { population, shares, seed, sample: id });
