import '../../../../support/settings';
import { expect, it } from 'vitest';
import { AccountErased } from '$lib/server/platform/accounts/hold-account';
import { afterErasure } from '$lib/server/platform/http/after-erasure';
import { reportError } from '$lib/server/platform/http/report-error';

/** The answer to a form whose action throws, as the framework reports it to the hook of errors. */
async function answerTo(error: Error, accept: string): Promise<Response> {
	const request = new Request('https://chiavi.example/account', { method: 'POST', headers: { accept } });
	const event = { request, locals: { requestId: 'r' }, route: { id: '/(account)/account' } } as never;
	const resolve = async () => {
		await reportError({ error, event, status: 500, message: '' });
		return new Response('an error page', { status: 500 });
	};
	return afterErasure({ event, resolve });
}

it('sends a person who saves after the erasure to the page that tells of it, not to an error', async () => {
	const answer = await answerTo(new AccountErased(), 'text/html');
	expect(answer.status).toBe(303);
	expect(answer.headers.get('location')).toMatch(/\/login\?erased$/);
});

it('tells the same to the script of a form', async () => {
	const answer = await answerTo(new AccountErased(), 'application/json');
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({ type: 'redirect', status: 303, location: expect.stringMatching(/\?erased$/) });
});

it('leaves the answer to another error as it is', async () => {
	expect((await answerTo(new Error('another'), 'text/html')).status).toBe(500);
});
