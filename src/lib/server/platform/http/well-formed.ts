import type { Handle } from '@sveltejs/kit';
import { drain } from './drain';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

const refuse = (status: number, sentence: string, headers: Record<string, string> = {}) =>
	new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/**
 * Refuses requests that no browser on a page of the portal sends: paths that begin with `//` (a redirect to them leaves
 * the portal), odd methods, and writes from another origin (the framework checks forms only, so JSON would pass).
 */
export const wellFormed: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	if (/^\/[/\\]/.test(url.pathname)) return refuse(400, 'This address begins with two slashes.');
	if (!METHODS.includes(request.method)) {
		return refuse(405, 'This method is not accepted.', { allow: METHODS.join(', ') });
	}
	const reading = request.method === 'GET' || request.method === 'HEAD';
	if (!reading && request.headers.get('origin') !== url.origin) {
		await drain(request);
		return refuse(403, 'A request that changes something must come from a page of this portal.');
	}
	return resolve(event);
};
