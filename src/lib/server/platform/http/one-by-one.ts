import type { Handle } from '@sveltejs/kit';
import { setImmediate as othersTurn } from 'node:timers/promises';

/** More would wait for seconds: they are told at once to come back. */
const MOST_WAITING = 200;
const LONGEST_WAIT_MS = 2_000;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Begins requests in the order in which they came, one in each turn of the event loop. If they all began together, the
 * server would answer every waiting request before it reads a new one. Under load, a request that arrives a moment
 * later would wait twice as long. One that would wait for seconds, or has, is turned away (`outages` answers it).
 * The page of that answer is a request within the request, and waits for nobody. Nor does the question whether the process
 * lives: a busy process must not be restarted.
 */
export const oneByOne: Handle = async ({ event, resolve }) => {
	if (event.isSubRequest || event.route.id === '/api/health/live') return resolve(event);
	if (waiting >= MOST_WAITING) {
		event.locals.turnedAway = true;
		return resolve(event);
	}
	const came = performance.now();
	const before = last;
	last = before.then(() => othersTurn());
	waiting += 1;
	await before;
	waiting -= 1;
	if (performance.now() - came > LONGEST_WAIT_MS) event.locals.turnedAway = true;
	return resolve(event);
};
