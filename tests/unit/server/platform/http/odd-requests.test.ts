import '../../../../support/settings';
import { expect, test } from 'vitest';
import { boundedForm } from '$lib/server/platform/http/bounded-form';
import { wellFormed } from '$lib/server/platform/http/well-formed';

const ORIGIN = 'http://localhost:3000';

/** A form that is sent to the sign-in, as the hooks meet it; notes which page answers in place of the action. */
function sent(search: string, body: BodyInit, type: string) {
	const url = new URL(`/login${search}`, ORIGIN);
	const headers = { 'content-type': type, origin: ORIGIN };
	const pages: string[] = [];
	const event = {
		url,
		request: new Request(url, { method: 'POST', body, headers }),
		route: { id: '/(public)/login' },
		locals: { actor: null },
		cookies: { get: () => undefined },
		fetch: async (path: string) => (pages.push(path), new Response('a page')),
		getClientAddress: (): string => {
			throw new Error('Address header was specified but is absent from request');
		}
	};
	return { event, pages };
}
const FORM = 'application/x-www-form-urlencoded';

test.each(['constructor', 'default', '__proto__', 'toString', 'hasOwnProperty'])(
	'?/%s, which no action is called, gets a page',
	async (name) => {
		const { event, pages } = sent(`?/${name}`, 'x=1', FORM);
		const resolve = () => {
			throw new Error('the framework looked for an action');
		};
		await boundedForm({ event: event as never, resolve });
		expect(pages).toEqual(['/refused?status=404']);
	}
);

test.each([
	['a content type of no form', '{"x":1}', 'application/json', 415],
	['multipart that breaks off', '--b\r\ncontent-disposition: form-da', 'multipart/form-data; boundary=b', 400],
	['too many fields', 'a=&'.repeat(4_000), FORM, 413],
	['too large', `x=${'a'.repeat(300_000)}`, FORM, 413]
])('%s gets a page before any action runs', async (_, body, type, status) => {
	const { event, pages } = sent('', body, type);
	const resolve = () => {
		throw new Error('an action ran');
	};
	await boundedForm({ event: event as never, resolve });
	expect(pages).toEqual([`/refused?status=${status}`]);
});

test('where the proxy did not say who asks, the request is refused and nothing breaks', async () => {
	const { event } = sent('', 'x=1', FORM);
	const resolve = () => new Response(event.getClientAddress());
	await expect(Promise.resolve(wellFormed({ event: event as never, resolve }))).rejects.toMatchObject({ status: 400 });
});

test.each(['//evil.example/', '/\\evil.example/', '/login%00', '/%E0%A4%A', '/login?q=%00'])(
	'the address %s is refused',
	async (path) => {
		const { event, pages } = sent('', 'x=1', FORM);
		const [pathname, query] = path.split('?');
		const search = query ? `?${query}` : '';
		const url = { pathname, search, searchParams: new URLSearchParams(query), origin: ORIGIN };
		const resolve = () => {
			throw new Error('a page ran');
		};
		await wellFormed({ event: { ...event, url } as never, resolve });
		expect(pages).toEqual(['/refused?status=400']);
	}
);
