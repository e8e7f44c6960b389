import '../../../support/settings';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { beginSignIn } from '$lib/server/platform/identity/gateway';

/** How long a person waits where an answer must come, in milliseconds: a slow machine is no gateway that is down. */
const PATIENT = 120_000;

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

/** A server that answers with `answer`, as a gateway of the settings. */
async function aGateway(timeoutMs: number, answer?: RequestListener, path = '') {
	const server = createServer(answer);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	closing.push(() => {
		server.close();
		server.closeAllConnections();
	});
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
	const client = { clientId: 'chiavi', clientSecret: 'secret', scope: 'openid', acr: ['two'], claims: {} };
	return { issuer, ...client, timeoutMs, signsOut: false };
}

test('a gateway that takes the call and never answers is told as down', async () => {
	expect(await beginSignIn(await aGateway(50))).toEqual({ ok: false, problem: 'down' });
});

test('a gateway that begins an answer and never ends it is told as down', async () => {
	const dripping = await aGateway(50, (_, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.write('{');
	});
	expect(await beginSignIn(dripping)).toEqual({ ok: false, problem: 'down' });
});

test('a gateway that answers with an error is told as down', async () => {
	const broken = await aGateway(PATIENT, (_, response) => {
		response.statusCode = 502;
		response.end('Bad gateway');
	});
	expect(await beginSignIn(broken)).toEqual({ ok: false, problem: 'down' });
});

test('a gateway that calls itself by another name is refused', async () => {
	const another = await aGateway(
		PATIENT,
		(_, response) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ issuer: 'https://another.example.org' }));
		},
		'/named'
	);
	expect(await beginSignIn(another)).toEqual({ ok: false, problem: 'refused' });
});
