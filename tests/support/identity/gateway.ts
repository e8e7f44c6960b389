import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What the person does at the gateway, and what the gateway says of them. */
export type Visit = {
	readonly does: 'agrees' | 'denies';
	readonly subject: string;
	readonly acr: string;
	readonly claims: Readonly<Record<string, unknown>>;
};

export const CLIENT = { id: 'chiavi', secret: 'a-secret-of-tests' };
export const L1 = 'https://www.spid.gov.it/SpidL1';
export const L2 = 'https://www.spid.gov.it/SpidL2';
const FISCAL = 'https://attributes.eid.gov.it/fiscal_number';

/** A real provider of OpenID Connect on a free port, whose person does what `visit` says, without a page. */
export async function openGateway(returnTo: string) {
	let visit: Visit = { does: 'agrees', subject: 'nobody', acr: L2, claims: {} };
	const server: Server = createServer();
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(
		issuer,
		settings(returnTo, () => visit)
	);
	const answer = provider.callback();
	server.on('request', (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
		const { does, subject, acr } = visit;
		const outcome =
			does === 'denies' ? { error: 'access_denied' } : { login: { accountId: subject, acr, amr: ['pwd', 'otp'] } };
		void provider.interactionFinished(request, response, outcome);
	});
	return {
		issuer,
		/** What the next person does. */
		next: (about: Partial<Visit>) => (visit = { ...visit, ...about }),
		close: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>;

function settings(returnTo: string, visit: () => Visit): Configuration {
	return {
		clients: [
			{
				client_id: CLIENT.id,
				client_secret: CLIENT.secret,
				redirect_uris: [returnTo],
				post_logout_redirect_uris: [new URL('/login', returnTo).href]
			}
		],
		acrValues: [L1, L2],
		claims: {
			openid: ['sub', 'acr'],
			acr: null,
			profile: ['given_name', 'family_name', 'birthdate', FISCAL],
			email: ['email', 'email_verified']
		},
		cookies: { keys: ['a key of tests'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_, { uid }) => `/interaction/${uid}` },
		ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
		findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...visit().claims }) }),
		async loadExistingGrant({ oidc }) {
			const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
			grant.addOIDCScope('openid profile email');
			await grant.save();
			return grant;
		}
	};
}

/** Follows the person from the address of the gateway back to the portal; answers the address of the return. */
export async function passThrough(address: string, portal: string): Promise<URL> {
	const jar = new Map<string, string>();
	let at = address;
	for (let hop = 0; hop < 12 && !at.startsWith(portal); hop++) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
		for (const set of answer.headers.getSetCookie()) {
			const [name = '', value = ''] = set.split(';', 1)[0]!.split(/=(.*)/s);
			jar.set(name, value);
		}
		const to = answer.headers.get('location');
		if (!to) throw new Error(`The gateway stopped at ${new URL(at).pathname}: ${answer.status} ${await answer.text()}`);
		at = new URL(to, at).href;
	}
	return new URL(at);
}
