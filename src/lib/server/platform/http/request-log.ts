import { randomBytes } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { log } from '$lib/server/log';

/** One line a request: the route's pattern, never its parameters, query or address. */
export const requestLog: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomBytes(5).toString('hex');
	const response = await resolve(event);
	const milliseconds = Math.round(performance.now() - started);
	log.info({
		request: event.locals.requestId,
		method: event.request.method,
		route: event.route.id,
		status: response.status,
		milliseconds
	});
	return response;
};
