import { parentPort, workerData } from 'node:worker_threads';
import type { Job, Report } from './job';

// The code of every thread, built as build/workers/thread.js. It loads the one job it is started for.

export type ToThread = { readonly module: string; readonly input: unknown };
export type FromThread = { readonly done: number; readonly of: number } | { readonly output: unknown };

const { module, input } = workerData as ToThread;
const tell = (message: FromThread) => parentPort?.postMessage(message);
const report: Report = async (done, of) => tell({ done, of });

const job = (await import(/* @vite-ignore */ module)) as Awaited<ReturnType<Job<unknown, unknown>['load']>>;
tell({ output: await job.run(input, report) });
