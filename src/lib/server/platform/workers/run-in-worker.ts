import { inTurn } from './in-turn';
import type { Job, RunOptions } from './job';
import { runHere } from './run-here';
import { runInThread } from './run-in-thread';
import { workersFolder } from './workers-folder';

let stopping = new AbortController();

/**
 * Runs a job in a thread of its own and answers what it answers; rejects with the job's own error, with the signal's
 * reason when it was cancelled, and with a sentence when the server stops. Only a few run at once; the others wait in
 * the order in which they came. Where nothing is built, as in most tests, the same job runs in this thread.
 */
export async function runInWorker<Input, Output>(
	job: Job<Input, Output>,
	input: Input,
	{ signal, longestMs, onProgress = () => {} }: RunOptions = {}
): Promise<Output> {
	const ends = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
	const folder = workersFolder();
	return inTurn(ends, () => {
		const ended = longestMs === undefined ? ends : AbortSignal.any([ends, AbortSignal.timeout(longestMs)]);
		return folder === null
			? runHere(job, input, ended, onProgress)
			: runInThread(folder, job.name, input, ended, onProgress);
	});
}

/** Takes jobs again. `npm run dev` stops and starts the server after an edit, and may not read this file anew. */
export function startWorkers(): void {
	if (stopping.signal.aborted) stopping = new AbortController();
}

/** Ends running and waiting jobs and refuses new ones. Called once, when the server stops. */
export function stopWorkers(): void {
	stopping.abort(new Error('The server is stopping.'));
}
