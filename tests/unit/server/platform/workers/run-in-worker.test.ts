import { availableParallelism } from 'node:os';
import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '$lib/server/platform/workers/in-turn';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { countJob } from '../../../../support/workers/count-job';

test('where nothing is built the job runs here, with progress', async () => {
	const progress: number[] = [];
	const answer = await runInWorker(countJob, { to: 3 }, { onProgress: (done) => progress.push(done) });
	expect(answer.counted).toBe(3);
	expect(progress).toEqual([1, 2, 3]);
});

test('a cancelled job stops where it next reports', async () => {
	const cancel = new AbortController();
	const progress: number[] = [];
	const onProgress = (done: number) => {
		progress.push(done);
		if (done === 2) cancel.abort(new Error('enough'));
	};
	await expect(runInWorker(countJob, { to: 9 }, { signal: cancel.signal, onProgress })).rejects.toThrow('enough');
	expect(progress).toEqual([1, 2]);
});

test('a job that runs too long stops where it next reports', async () => {
	await expect(runInWorker(countJob, { to: Number.MAX_SAFE_INTEGER }, { longestMs: 1 })).rejects.toThrow('timeout');
});

test('a job that waited for its turn longer than it may run is run all the same', async () => {
	let free = () => {};
	const busy = new Promise<void>((done) => (free = done));
	const others = Array.from({ length: availableParallelism() }, () => inTurn(undefined, () => busy));
	const answer = runInWorker(countJob, { to: 0 }, { longestMs: 1 });
	await later(20);
	free();
	expect((await answer).counted).toBe(0);
	await Promise.all(others);
});

test('an error of the job is the error of whoever asked', async () => {
	await expect(runInWorker(countJob, { to: 0, fail: 'no such dwelling' })).rejects.toThrow(RangeError);
});

test('what cannot travel to a thread is refused here too', async () => {
	const fail = (() => '') as unknown as string;
	await expect(runInWorker(countJob, { to: 0, fail })).rejects.toThrow(/could not be cloned/);
});

test('never more at once than the machine has cores to spare, and whoever is cancelled gives up its turn', async () => {
	const free = new AbortController().signal;
	const cancel = new AbortController();
	const done: number[] = [];
	let running = 0;
	let most = 0;
	const act = (number: number) => async () => {
		most = Math.max(most, ++running);
		await new Promise((later) => setTimeout(later, 1));
		running -= 1;
		done.push(number);
	};
	const last = availableParallelism() + 4;
	const all = Array.from({ length: last + 1 }, (_, number) =>
		inTurn(number === last - 1 ? cancel.signal : free, act(number))
	);
	const gaveUp = expect(all[last - 1]).rejects.toThrow('changed my mind');
	cancel.abort(new Error('changed my mind'));
	await Promise.all([gaveUp, ...all.filter((_, number) => number !== last - 1)]);
	expect(most).toBe(Math.max(1, availableParallelism() - 1));
	expect(done).not.toContain(last - 1);
	expect(done).toContain(last);
});
