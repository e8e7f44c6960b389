import { availableParallelism } from 'node:os';
import { Unavailable } from '$lib/server/platform/db/outage';

/** Waits until fewer acts run than allowed, then acts. The caller gives up its place in the queue when `ends` says so. */
type InTurn = <Output>(ends: AbortSignal | undefined, act: () => Promise<Output>) => Promise<Output>;

/** Lets `atOnce` acts run together, the others in the order in which they came; refuses one more than `mostWaiting`. */
export function queueOf(atOnce: number, mostWaiting = Infinity): InTurn {
	let running = 0;
	const waiting: (() => void)[] = [];
	return async (ends, act) => {
		ends?.throwIfAborted();
		if (running < atOnce) running += 1;
		else if (waiting.length < mostWaiting) await turn(waiting, ends);
		else throw new Unavailable(`${mostWaiting} others wait already`);
		try {
			ends?.throwIfAborted();
			return await act();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}

/** The queue of heavy jobs; one core stays free for the requests. */
export const inTurn = queueOf(Math.max(1, availableParallelism() - 1));

function turn(waiting: (() => void)[], ends: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const go = () => {
			ends?.removeEventListener('abort', leave);
			resolve();
		};
		const leave = () => {
			waiting.splice(waiting.indexOf(go), 1);
			reject(ends?.reason);
		};
		ends?.addEventListener('abort', leave, { once: true });
		waiting.push(go);
	});
}
