import { availableParallelism } from 'node:os';

/** One core stays free for the requests. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Waits until fewer jobs run than allowed, then acts. The caller gives up its place in the queue when `ends` says so.
 */
export async function inTurn<Output>(ends: AbortSignal, act: () => Promise<Output>): Promise<Output> {
	ends.throwIfAborted();
	if (running < AT_ONCE) running += 1;
	else await turn(ends);
	try {
		ends.throwIfAborted();
		return await act();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

function turn(ends: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const go = () => {
			ends.removeEventListener('abort', leave);
			resolve();
		};
		const leave = () => {
			waiting.splice(waiting.indexOf(go), 1);
			reject(ends.reason);
		};
		ends.addEventListener('abort', leave, { once: true });
		waiting.push(go);
	});
}
