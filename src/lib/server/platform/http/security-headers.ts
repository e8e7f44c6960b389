import type { Handle } from '@sveltejs/kit';

/**
 * The check is made of posts and stores nothing: a visitor's browser keeps its pages, so that going back loses no answer. Each
 * page says to close the window on a shared computer.
 */
const KEPT_FOR_GOING_BACK = '/(public)/check';

/** Adds the headers that one answer needs besides those of every answer (answer-headers.ts). */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	const type = headers.get('content-type');
	if (type?.startsWith('text/') && !type.includes('charset')) headers.set('content-type', `${type}; charset=utf-8`);
	// A 304 would bring the headers of every answer in place of the page's own policy, and its forms could not be sent any more.
	if (type?.startsWith('text/html')) headers.delete('etag');
	const isRead = event.request.method === 'GET' || event.request.method === 'HEAD';
	// Stays in no cache, of the browser or of a proxy: what a signed-in person reads, what was typed, and pages that a secret
	// in a mail opens.
	const { sessionId } = event.locals;
	const isTyped = !isRead && event.route.id !== KEPT_FOR_GOING_BACK;
	const isPrivate = sessionId || isTyped || headers.has('set-cookie') || hasSecret(event.route.id);
	if (isPrivate) headers.set('cache-control', 'private, no-store');
	headers.set('x-request-id', event.locals.requestId);
	return response;
};

const hasSecret = (routeId: string | null): boolean => routeId?.includes('[token]') ?? false;
