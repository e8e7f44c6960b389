import type { Handle } from '@sveltejs/kit';
import { setImmediate as othersTurn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Begins requests in the order in which they came, one in each turn of the event loop. If they all began together, the
 * server would answer every waiting request before it reads a new one. Under load, a request that arrives a moment
 * later would wait twice as long.
 */
export const oneByOne: Handle = async ({ event, resolve }) => {
	const before = last;
	last = before.then(() => othersTurn());
	await before;
	return resolve(event);
};
