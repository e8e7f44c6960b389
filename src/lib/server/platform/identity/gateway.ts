import * as client from 'openid-client';
import { machineTime } from '$lib/server/clock';
import { config } from '$lib/server/config';
import type { PublicIdentity } from '$lib/server/config-identity';
import { problemOf, type GatewayProblem } from './gateway-problems';

/** One sign-in under way: what the browser brings back must match it. */
export type Flow = { readonly state: string; readonly nonce: string; readonly verifier: string };

type Told = { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> };
type Refused = { readonly ok: false; readonly problem: GatewayProblem };

/** What the gateway says of itself is asked again after this time, in milliseconds. */
const FRESH_MS = 3_600_000;

const returnAddress = (): string => `${config().origin}/login/identity/back`;
const signedOutAddress = (): string => `${config().origin}/login`;

let known: { readonly of: PublicIdentity; readonly until: number; readonly gateway: client.Configuration } | undefined;

/** What the gateway says of itself: its addresses and keys. A failure is not kept. */
async function discover(settings: PublicIdentity): Promise<client.Configuration> {
	const time = Date.parse(machineTime());
	if (known?.of === settings && known.until > time) return known.gateway;
	const { issuer, clientId, clientSecret, timeoutMs } = settings;
	// The library checks the signature of a token only when it is told to, because the token came over TLS.
	const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
	const execute = [client.enableNonRepudiationChecks, ...insecure];
	const auth = client.ClientSecretBasic(clientSecret);
	const options = { execute, timeout: timeoutMs / 1_000 };
	const gateway = await client.discovery(new URL(issuer), clientId, undefined, auth, options);
	known = { of: settings, until: time + FRESH_MS, gateway };
	return gateway;
}

/** Ends `work` in time, so that a gateway that answers slowly several times holds nobody. */
async function inTime<Value>({ timeoutMs }: PublicIdentity, work: Promise<Value>): Promise<Value> {
	const late = AbortSignal.timeout(timeoutMs);
	return Promise.race([
		work,
		new Promise<never>((_, refuse) => late.addEventListener('abort', () => refuse(late.reason), { once: true }))
	]);
}

/** Begins a sign-in: the secrets that the browser keeps, and the address of the gateway to send the person to. */
export async function beginSignIn(settings: PublicIdentity): Promise<{ ok: true; flow: Flow; address: URL } | Refused> {
	const flow = {
		state: client.randomState(),
		nonce: client.randomNonce(),
		verifier: client.randomPKCECodeVerifier()
	};
	try {
		const gateway = await inTime(settings, discover(settings));
		const address = client.buildAuthorizationUrl(gateway, {
			redirect_uri: returnAddress(),
			scope: settings.scope,
			state: flow.state,
			nonce: flow.nonce,
			code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
			code_challenge_method: 'S256',
			acr_values: settings.acr.join(' '),
			// On a shared computer the gateway may still know the person before.
			prompt: 'login'
		});
		return { ok: true, flow, address };
	} catch (thrown) {
		return { ok: false, problem: problemOf(thrown) };
	}
}

/** Ends a sign-in: checks what the browser brought back in `query`, and asks the gateway for the claims of the person. */
export async function finishSignIn(settings: PublicIdentity, query: string, flow: Flow): Promise<Told | Refused> {
	try {
		return { ok: true, claims: await inTime(settings, fetchClaims(settings, query, flow)) };
	} catch (thrown) {
		return { ok: false, problem: problemOf(thrown) };
	}
}

async function fetchClaims(settings: PublicIdentity, query: string, flow: Flow) {
	const gateway = await discover(settings);
	const tokens = await client.authorizationCodeGrant(gateway, new URL(returnAddress() + query), {
		pkceCodeVerifier: flow.verifier,
		expectedState: flow.state,
		expectedNonce: flow.nonce,
		idTokenExpected: true
	});
	const signed = tokens.claims()!;
	if (!gateway.serverMetadata().userinfo_endpoint) return signed;
	const told = await client.fetchUserInfo(gateway, tokens.access_token, signed.sub);
	return { ...told, ...signed };
}

/**
 * Where a person signs out of the gateway (OpenID Connect RP-Initiated Logout 1.0); null where the gateway names no such
 * place or does not answer. The address holds nothing about the person: a hint with the token would put names into logs,
 * so the gateway asks once whether the person means it.
 */
export async function signOutAddress(settings: PublicIdentity): Promise<URL | null> {
	if (!settings.signsOut) return null;
	try {
		const gateway = await inTime(settings, discover(settings));
		if (!gateway.serverMetadata().end_session_endpoint) return null;
		const address = client.buildEndSessionUrl(gateway, { post_logout_redirect_uri: signedOutAddress() });
		const isOwn = address.origin === new URL(settings.issuer).origin;
		return isOwn || address.protocol === 'https:' ? address : null;
	} catch (thrown) {
		problemOf(thrown);
		return null;
	}
}
