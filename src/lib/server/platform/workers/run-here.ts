import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Job } from './job';

/** Runs a job in this thread: it can be stopped only where it reports. */
export async function runHere<Input, Output>(
	job: Job<Input, Output>,
	input: Input,
	ends: AbortSignal,
	onProgress: (done: number, of: number) => void
): Promise<Output> {
	const { run } = await job.load();
	// Cloned as for a thread, so that data that cannot travel fails here too.
	const output = await run(structuredClone(input), async (done, of) => {
		onProgress(done, of);
		await letOthersPass();
		ends.throwIfAborted();
	});
	return structuredClone(output);
}
