import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT } from './gateway';

/** An id token: its claims beside or in place of the right ones, those it leaves out, and whose signature it bears. */
type Token = {
	readonly claims?: Readonly<Record<string, unknown>>;
	readonly without?: readonly string[];
	readonly signedBy?: 'itself' | 'a stranger' | 'nobody';
};

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A gateway that speaks the protocol and answers with the id token that a test forges. */
export async function openForger() {
	const [own, stranger] = [pair(), pair()];
	let token = '';
	const key = { ...own.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' };
	const server = createServer((request, response) => answerTo(issuer, { keys: [key] }, () => token)(request, response));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const keys = { itself: own.privateKey, 'a stranger': stranger.privateKey, nobody: null };
	return {
		issuer,
		/** The answer to a sign-in that began at `address`; its token is as told. */
		answer(address: string, returnTo: string, { claims, without = [], signedBy = 'itself' }: Token): URL {
			const asked = new URL(address).searchParams;
			const all = { ...rightClaims(issuer, asked.get('nonce')), ...claims };
			const kept = Object.entries(all).filter(([name]) => !without.includes(name));
			token = sign(Object.fromEntries(kept), keys[signedBy]);
			const back = new URL(returnTo);
			back.search = new URLSearchParams({ code: 'a-code', state: asked.get('state') ?? '', iss: issuer }).toString();
			return back;
		},
		close: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

function rightClaims(iss: string, nonce: string | null) {
	const seconds = Math.floor(Date.now() / 1000);
	return { iss, aud: CLIENT.id, sub: 'somebody', nonce, iat: seconds, exp: seconds + 3600 };
}

/** A token with a signature; without a key it says that it needs none. */
function sign(claims: Readonly<Record<string, unknown>>, key: KeyObject | null): string {
	const text = `${encode({ alg: key ? 'RS256' : 'none', kid: 'one' })}.${encode(claims)}`;
	return `${text}.${key ? createSign('RSA-SHA256').update(text).sign(key, 'base64url') : ''}`;
}

const answerTo =
	(issuer: string, jwks: object, token: () => string): RequestListener =>
	({ url = '' }, response) => {
		const tokens = { access_token: 'token', token_type: 'Bearer', expires_in: 60, id_token: token() };
		const page = url.endsWith('/openid-configuration') ? discovery(issuer) : url === '/jwks' ? jwks : tokens;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(page));
	};

const discovery = (issuer: string) => ({
	issuer,
	authorization_endpoint: `${issuer}/authorize`,
	token_endpoint: `${issuer}/token`,
	jwks_uri: `${issuer}/jwks`,
	response_types_supported: ['code'],
	subject_types_supported: ['public'],
	id_token_signing_alg_values_supported: ['RS256'],
	authorization_response_iss_parameter_supported: true
});
