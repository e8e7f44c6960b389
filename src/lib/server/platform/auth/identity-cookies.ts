import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { machineTime } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { cookieName } from './cookie';
import { seal } from '$lib/server/platform/secrets/seal';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import type { PublicClaims } from '$lib/server/platform/identity/claims';
import type { Flow } from '$lib/server/platform/identity/gateway';

// Two kinds of cookie, both sealed: a sign-in that is under way at the gateway, one a tab; and a person whom the gateway
// told and whose identity opens no account yet.

/** How long the person has at the gateway, in seconds. */
const FLOW_SECONDS = 10 * 60;
/** How long the person has to sign in with the password, or to read the mail of a sign-up, in seconds. */
const MET_SECONDS = 60 * 60;
/** Tabs that may be at the gateway at once; each cookie has about a thousand bytes. */
const MOST_FLOWS = 3;

export type KeptFlow = Flow & { readonly next: string | null; readonly locale: string };
/** A person whom the gateway told: `subject` is the gateway's name of the person. */
export type Met = { readonly issuer: string; readonly subject: string; readonly claims: PublicClaims };

const flowShape = z.strictObject({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	next: z.string().nullable(),
	locale: z.string(),
	until: z.iso.datetime()
});
const metShape = z.strictObject({
	issuer: z.string(),
	subject: z.string(),
	claims: z.strictObject({
		...{ taxCode: z.string(), givenName: z.string(), familyName: z.string() },
		...{ birthDate: z.string(), birthPlace: z.string().default(''), email: z.string(), emailVerified: z.boolean() }
	}),
	until: z.iso.datetime()
});
const openFlow = sealedValue<KeptFlow & { until: string }>('a sign-in under way', flowShape);
const openMet = sealedValue<Met & { until: string }>('a person of the gateway', metShape);

const attributes = () =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: config().origin.startsWith('https:') }) as const;
const flowPrefix = () => cookieName('chiavi_flow_');
const flowName = (state: string) => flowPrefix() + state.slice(0, 16).replaceAll(/[^\w-]/g, '');
const metName = () => cookieName('chiavi_met');
const later = (seconds: number) => new Date(Date.parse(machineTime()) + seconds * 1000).toISOString();

/** What was sealed in a cookie and is still in time; null otherwise. */
function opened<Value extends { until: string }>(
	text: string | undefined,
	place: string,
	open: (key: Buffer, place: string, sealed: string) => Value
): Value | null {
	if (!text) return null;
	try {
		const value = open(config().masterKey, place, text);
		return value.until > machineTime() ? value : null;
	} catch {
		return null;
	}
}

export function keepFlow(cookies: Cookies, flow: KeptFlow): void {
	const under = cookies.getAll().filter(({ name }) => name.startsWith(flowPrefix()));
	for (const { name } of under.slice(0, Math.max(0, under.length - MOST_FLOWS + 1))) cookies.delete(name, attributes());
	const sealed = seal(config().masterKey, 'cookie.flow', { ...flow, until: later(FLOW_SECONDS) });
	cookies.set(flowName(flow.state), sealed, { ...attributes(), maxAge: FLOW_SECONDS });
}

/** Takes the sign-in with this state out of the browser: it comes back once. */
export function takeFlow(cookies: Cookies, state: string): KeptFlow | null {
	const flow = opened(cookies.get(flowName(state)), 'cookie.flow', openFlow);
	cookies.delete(flowName(state), attributes());
	return flow?.state === state ? flow : null;
}

export function keepMet(cookies: Cookies, met: Met): void {
	const sealed = seal(config().masterKey, 'cookie.met', { ...met, until: later(MET_SECONDS) });
	cookies.set(metName(), sealed, { ...attributes(), maxAge: MET_SECONDS });
}

/** The person whom the gateway told to this browser; null where nobody waits to be linked. */
export function readMet(cookies: Cookies): Met | null {
	const met = opened(cookies.get(metName()), 'cookie.met', openMet);
	return met && { issuer: met.issuer, subject: met.subject, claims: met.claims };
}

export const forgetMet = (cookies: Cookies): void => cookies.delete(metName(), attributes());
