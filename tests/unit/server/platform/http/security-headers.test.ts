import { describe, expect, test } from 'vitest';
import { securityHeaders } from '$lib/server/platform/http/security-headers';

type Asked = { routeId?: string; method?: string; sessionId?: string | null };

/** The time for which answers may be kept. */
async function keptFor({ routeId = '/(public)/notices', method = 'GET', sessionId = null }: Asked, answer: Response) {
	const event = { locals: { sessionId, requestId: 'x' }, request: { method }, route: { id: routeId } };
	const response = await securityHeaders({ event: event as never, resolve: () => answer });
	return response.headers.get('cache-control');
}
const page = (headers: Record<string, string> = {}) =>
	new Response('', { headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60', ...headers } });

describe('stays in no cache', () => {
	test.each([
		['what a signed-in person reads', { sessionId: 'home.x' }],
		['its data, and an error', { sessionId: 'home.x', routeId: '/(account)/account' }],
		['a page that a secret in a mail opens', { routeId: '/(public)/confirm/[token]' }],
		['another one', { routeId: '/(public)/password/reset/[token]' }],
		['an answer to what was typed', { method: 'POST', routeId: '/(public)/login' }]
	])('%s', async (_, asked) => expect(await keptFor(asked, page())).toBe('private, no-store'));

	test('what brings a cookie', async () =>
		expect(await keptFor({}, page({ 'set-cookie': 'a=1' }))).toBe('private, no-store'));
});

test('what everybody may read, and the pages of the check, keep what they say themselves', async () => {
	expect(await keptFor({}, page())).toBe('max-age=60');
	expect(await keptFor({ method: 'POST', routeId: '/(public)/check' }, page())).toBe('max-age=60');
});

test('a page brings its character set and no etag', async () => {
	const event = { locals: { sessionId: null, requestId: 'x' }, request: { method: 'GET' }, route: { id: '/' } };
	const { headers } = await securityHeaders({ event: event as never, resolve: () => page({ etag: '"1"' }) });
	expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(headers.get('etag')).toBeNull();
});
