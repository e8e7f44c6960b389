import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Runs `work` and measures how long it took, and the longest time that other work waited for its turn. Milliseconds.
 */
export async function withLongestTurn<Value>(work: () => Promise<Value>) {
	const waits = monitorEventLoopDelay({ resolution: 1 });
	waits.enable();
	await new Promise((done) => setTimeout(done, 5));
	waits.reset();
	const started = performance.now();
	const value = await work();
	const total = Math.round(performance.now() - started);
	// The last turn is counted when the one after it begins.
	await new Promise((done) => setTimeout(done, 5));
	waits.disable();
	return { value, total, longest: Math.round(waits.max / 1e6) };
}
