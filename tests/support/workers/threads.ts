import { availableParallelism } from 'node:os';
import { runInWorker, stopWorkers } from '$lib/server/platform/workers/run-in-worker';
import { countJob } from './count-job';

// Runs the jobs as the built server does and prints what happened. built-threads.test.ts checks it.

const problem = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
const reasonOf = (run: Promise<unknown>) => run.then(() => 'answered', problem);

/** Starts a job that never ends by itself and cancels it once it says that it has begun. */
async function cancelled() {
	const cancel = new AbortController();
	const begun = (onProgress: () => void) =>
		runInWorker(countJob, { to: 1, forEver: true }, { signal: cancel.signal, onProgress });
	return reasonOf(begun(() => cancel.abort(new Error('not needed any more'))));
}

const progress: string[] = [];
const answer = await runInWorker(countJob, { to: 3 }, { onProgress: (done, of) => progress.push(`${done}/${of}`) });
const failure = await reasonOf(runInWorker(countJob, { to: 0, fail: 'no such dwelling' }));
const cancel = await cancelled();
const many = await Promise.all(Array.from({ length: 6 }, (_, to) => runInWorker(countJob, { to })));
const unclonable = await reasonOf(runInWorker(countJob, { to: 1, fail: (() => '') as unknown as string }));

const full = availableParallelism() + 1;
const stopped = Array.from({ length: full }, () => reasonOf(runInWorker(countJob, { to: 1, forEver: true })));
setTimeout(stopWorkers, 100);
const atStop = new Set(await Promise.all(stopped));
const after = await reasonOf(runInWorker(countJob, { to: 1 }));

const counted = many.map((one) => one.counted);
process.stdout.write(
	JSON.stringify({ progress, answer, failure, cancel, counted, unclonable, atStop: [...atStop], after })
);
