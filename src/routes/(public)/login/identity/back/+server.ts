import { redirect, type Cookies } from '@sveltejs/kit';
import { browserOf } from '$lib/domain/browser-kind';
import { isLocale, localizeHref, type Locale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { afterSignIn } from '$lib/server/platform/auth/after-sign-in';
import { setSessionCookie } from '$lib/server/platform/auth/cookie';
import { landingPage } from '$lib/server/platform/auth/landing';
import { sessions } from '$lib/server/platform/auth/sessions';
import { transact } from '$lib/server/platform/db/app';
import { isAcceptedLevel, readClaims } from '$lib/server/platform/identity/claims';
import { forgetMet, keepMet, takeFlow, type KeptFlow, type Met } from '$lib/server/platform/auth/identity-cookies';
import { enterByIdentity } from '$lib/server/platform/identity/enter';
import { finishSignIn } from '$lib/server/platform/identity/gateway';
import { identitySettings } from '$lib/server/platform/auth/identity-settings';
import type { RequestHandler } from './$types';

/** The person comes back from the gateway. No page is shown at this address, which holds the code of the sign-in. */
export const GET: RequestHandler = async ({ cookies, url, locals, request }) => {
	const settings = identitySettings();
	const flow = takeFlow(cookies, url.searchParams.get('state') ?? '');
	// The same answer twice, from the button Back or a second click: who is in already stays in.
	if (!flow && locals.actor) redirect(303, landingPage(locals.actor.role));
	if (!flow) redirect(303, loginPage('expired', null));
	const told = await finishSignIn(settings, url.search, flow);
	if (!told.ok) redirect(303, loginPage(told.problem, flow));
	if (!isAcceptedLevel(told.claims['acr'], settings.acr)) redirect(303, loginPage('level', flow));
	const { issuer, claims: map } = settings;
	const met: Met = { issuer, subject: String(told.claims['sub']), claims: readClaims(told.claims, map) };
	const device = { browser: browserOf(request), oldSession: locals.sessionId, portalIsDemo: config().demo };
	const entered = await transact((trx) => enterByIdentity(trx, sessions(), met, device, now()));
	if (entered.ok) {
		setSessionCookie(cookies, entered.sessionId);
		forgetMet(cookies);
		redirect(303, onward(cookies, entered, flow));
	}
	if (entered.problem === 'closed') redirect(303, loginPage('closed', flow));
	keepMet(cookies, met);
	const page = locals.actor ? '/account/identity' : '/login/identity';
	redirect(303, localizeHref(page, localeOf(flow)) + (flow.next ? `?next=${encodeURIComponent(flow.next)}` : ''));
};

const localeOf = (flow: KeptFlow | null): { locale?: Locale } =>
	flow && isLocale(flow.locale) ? { locale: flow.locale } : {};

/** The page to sign in, which says what went wrong and keeps where the person was going. */
function loginPage(problem: string, flow: KeptFlow | null): string {
	const next = flow?.next ? `&next=${encodeURIComponent(flow.next)}` : '';
	return `${localizeHref('/login', localeOf(flow))}?identity=${problem}${next}`;
}

type In = { readonly account: Parameters<typeof afterSignIn>[1]; readonly pending: boolean };

function onward(cookies: Cookies, { account, pending }: In, flow: KeptFlow): string {
	if (!pending) return afterSignIn(cookies, account, flow.next, now());
	const next = flow.next ? `?next=${encodeURIComponent(flow.next)}` : '';
	return localizeHref('/login/second-factor', localeOf(flow)) + next;
}
