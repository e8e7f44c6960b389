import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './thread';

/** Runs a built job in a new thread, which sees neither the environment nor its secrets, and ends it when told to. */
export function runInThread<Input, Output>(
	folder: string,
	name: string,
	input: Input,
	ends: AbortSignal,
	onProgress: (done: number, of: number) => void
): Promise<Output> {
	return new Promise((resolve, reject) => {
		const workerData: ToThread = { module: pathToFileURL(join(folder, `${name}.js`)).href, input };
		const worker = new Worker(join(folder, 'thread.js'), { workerData, env: {}, execArgv: [] });
		const stop = () => void worker.terminate();
		ends.addEventListener('abort', stop, { once: true });
		worker.on('message', (message: FromThread) => {
			if ('output' in message) resolve(message.output as Output);
			else onProgress(message.done, message.of);
		});
		worker.on('error', reject);
		worker.on('exit', (code) => {
			ends.removeEventListener('abort', stop);
			reject(ends.aborted ? ends.reason : new Error(`The job ${name} ended without an answer (${code}).`));
		});
	});
}
