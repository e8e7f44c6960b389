import '../../../support/settings';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRedirect } from '@sveltejs/kit';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import type { Account } from '$lib/server/platform/accounts/account';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { closeDatabase } from '$lib/server/platform/db/app';
import { signOutAddress } from '$lib/server/platform/identity/gateway';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aBrowser, PORTAL, signIn } from '../../../support/identity/browser';
import { CLIENT, L2, openGateway, type Gateway } from '../../../support/identity/gateway';
import { useGateway } from '../../../support/identity/use-gateway';
import { servePages } from '../../../support/pages';
import { actions as own } from '../../../../src/routes/(account)/account/identity/+page.server';
import { actions as logout } from '../../../../src/routes/(account)/logout/+page.server';

let database: TestDatabase;
let gateway: Gateway;
const servers: Server[] = [];
beforeAll(async () => {
	database = await openTestDatabase();
	servePages(database, now());
	gateway = await openGateway(`${PORTAL}/login/identity/back`);
});
afterEach(() => useGateway(null));
afterAll(async () => {
	for (const server of servers) server.close();
	await gateway.close();
	await closeDatabase();
});

/** Signs out; answers where the portal leads next. */
async function leave(sessionId: string, account: Account): Promise<string> {
	const locals = { actor: { ...account, demo: false }, sessionId };
	try {
		await logout.default({ locals, cookies: aBrowser(account).cookies } as never);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
	}
	throw new Error('nobody was led on');
}

/** A gateway that names this place to sign out; none where it is undefined. */
async function aGatewayWith(end_session_endpoint?: string) {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'application/json');
		const about = {
			issuer,
			authorization_endpoint: `${issuer}/a`,
			token_endpoint: `${issuer}/t`,
			jwks_uri: `${issuer}/j`
		};
		response.end(JSON.stringify({ ...about, end_session_endpoint }));
	});
	servers.push(server);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	useGateway({ issuer });
	return config().publicIdentity!;
}

test('the real gateway takes the address, asks once, and knows where the person returns to', async () => {
	useGateway(gateway);
	const address = (await signOutAddress(config().publicIdentity!))!;
	expect(address.origin).toBe(gateway.issuer);
	expect(Object.fromEntries(address.searchParams)).toEqual({
		client_id: CLIENT.id,
		post_logout_redirect_uri: `${PORTAL}/login`
	});
	const answer = await fetch(address, { redirect: 'manual' });
	expect(answer.status).toBe(200);
	expect(await answer.text()).toContain(`action="${gateway.issuer}/session/end/confirm"`);
	address.searchParams.set('post_logout_redirect_uri', 'https://elsewhere.example/');
	expect((await fetch(address)).status).toBe(400);
});

test('who entered by the gateway is led to the page that leaves it too, who gave the password is not', async () => {
	useGateway(gateway);
	const account = await anAccount(database, { passwordHash: 'a hash' });
	gateway.next({ subject: 'leaves', acr: L2 });
	const linking = aBrowser(account);
	await signIn(linking);
	await linking.post(own.link);
	const later = aBrowser(account);
	await signIn(later);
	expect(await leave(later.jar.get('chiavi_session')!, account)).toBe('/login/identity/out');
	const typed = await openSessions(database).start(account, 'password-only');
	expect(await leave(typed, account)).toBe('/');
});

test.each([
	['names no place', undefined],
	['names a script', 'javascript:alert(1)'],
	['names a place without TLS at another host', 'http://elsewhere.example/out'],
	['names no address', 'out']
])('a gateway that %s gets nobody', async (_, place) => {
	expect(await signOutAddress(await aGatewayWith(place))).toBeNull();
});

test('one that does not answer, and one that is not configured to, get nobody', async () => {
	useGateway({ issuer: 'http://127.0.0.1:9' });
	expect(await signOutAddress(config().publicIdentity!)).toBeNull();
	useGateway(gateway);
	expect(await signOutAddress({ ...config().publicIdentity!, signsOut: false })).toBeNull();
});
