import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Runs `work` and tells how long it took and how long, at most, other work waited for its turn meanwhile. Milliseconds. */
export async function withLongestTurn<Value>(work: () => Promise<Value>) {
	const waits = monitorEventLoopDelay({ resolution: 1 });
	waits.enable();
	const started = performance.now();
	const value = await work().finally(() => waits.disable());
	return { value, total: Math.round(performance.now() - started), longest: Math.round(waits.max / 1e6) };
}
