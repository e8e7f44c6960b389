import type { Handle } from '@sveltejs/kit';
import { config } from '$lib/server/config';

const fixed = {
	'x-content-type-options': 'nosniff',
	// Links in mails carry a secret in their path: it must not travel to other sites.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** Headers that close what the portal does not use; pages bring their own content policy, with nonces. */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
	if (config().origin.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000');
	if (!headers.has('content-security-policy')) {
		headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
	}
	const type = headers.get('content-type');
	if (type?.startsWith('text/') && !type.includes('charset')) headers.set('content-type', `${type}; charset=utf-8`);
	// What a signed-in person reads stays in no cache, of the browser or of a proxy.
	if (event.locals.sessionId) headers.set('cache-control', 'private, no-store');
	headers.set('x-request-id', event.locals.requestId);
	return response;
};
