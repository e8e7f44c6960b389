import type { Handle } from '@sveltejs/kit';

/** What one answer needs beside the headers of every answer (answer-headers.ts). */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	const type = headers.get('content-type');
	if (type?.startsWith('text/') && !type.includes('charset')) headers.set('content-type', `${type}; charset=utf-8`);
	const isRead = event.request.method === 'GET' || event.request.method === 'HEAD';
	// Stays in no cache, of the browser or of a proxy: what a signed-in person reads, what was typed, and pages that a secret
	// in a mail opens.
	const isPrivate = event.locals.sessionId || !isRead || headers.has('set-cookie') || hasSecret(event.route.id);
	if (isPrivate) headers.set('cache-control', 'private, no-store');
	headers.set('x-request-id', event.locals.requestId);
	return response;
};

const hasSecret = (routeId: string | null): boolean => routeId?.includes('[token]') ?? false;
