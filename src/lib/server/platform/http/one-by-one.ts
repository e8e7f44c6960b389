import type { Handle } from '@sveltejs/kit';
import { setImmediate as othersTurn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Begins requests in the order in which they came, one in each turn of the event loop. Begun together, all that wait are
 * answered before anybody is listened to again: under load whoever asks a moment later waits twice as long as the others.
 */
export const oneByOne: Handle = async ({ event, resolve }) => {
	const before = last;
	last = before.then(() => othersTurn());
	await before;
	return resolve(event);
};
