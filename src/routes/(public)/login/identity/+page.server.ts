import { fail, redirect } from '@sveltejs/kit';
import { browserOf } from '$lib/domain/browser-kind';
import { m } from '$lib/paraglide/messages';
import { getLocale, localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { afterSignIn } from '$lib/server/platform/auth/after-sign-in';
import { setSessionCookie } from '$lib/server/platform/auth/cookie';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { sessions } from '$lib/server/platform/auth/sessions';
import { transact } from '$lib/server/platform/db/app';
import { forgetMet, readMet, type Met } from '$lib/server/platform/auth/identity-cookies';
import { openIdentitySession } from '$lib/server/platform/identity/enter';
import { isEnough, makeAccount } from '$lib/server/platform/identity/link';
import { identitySettings } from '$lib/server/platform/auth/identity-settings';
import type { Actions, PageServerLoad } from './$types';

/** A person whom the gateway told and whose identity opens no account yet. */
export const load: PageServerLoad = ({ cookies, url, locals }) => {
	identitySettings();
	const met = readMet(cookies);
	if (locals.actor) redirect(303, localizeHref('/account/identity'));
	if (!met) redirect(303, localizeHref('/login'));
	const { givenName, familyName, email } = met.claims;
	const next = safeNext(url.searchParams.get('next'));
	return { name: `${givenName} ${familyName}`.trim(), email: isEnough(met.claims) ? email : null, next };
};

/** Makes the account of `met` and signs its owner in; nothing where the address has one. */
async function begin(met: Met, request: Request, oldSession: string | null) {
	const device = { browser: browserOf(request), oldSession, portalIsDemo: config().demo };
	return transact(async (trx) => {
		const made = await makeAccount(trx, met, getLocale(), now());
		if (!made.ok) return null;
		return { ...made, ...(await openIdentitySession(trx, sessions(), made.account, device, now())) };
	});
}

export const actions = {
	make: async ({ cookies, request, url, locals }) => {
		identitySettings();
		const met = readMet(cookies);
		if (!met) redirect(303, `${localizeHref('/login')}?identity=expired`);
		const made = await begin(met, request, locals.sessionId);
		if (!made) return fail(409, { problem: m.identity_sign_in_first() });
		setSessionCookie(cookies, made.sessionId);
		forgetMet(cookies);
		redirect(303, afterSignIn(cookies, made.account, safeNext(url.searchParams.get('next')), now()));
	},
	forget: ({ cookies }) => {
		identitySettings();
		forgetMet(cookies);
		redirect(303, localizeHref('/login'));
	}
} satisfies Actions;
