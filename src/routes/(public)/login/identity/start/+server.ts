import { redirect } from '@sveltejs/kit';
import { getLocale, localizeHref } from '$lib/paraglide/runtime';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { keepFlow } from '$lib/server/platform/auth/identity-cookies';
import { beginSignIn } from '$lib/server/platform/identity/gateway';
import { identitySettings } from '$lib/server/platform/auth/identity-settings';
import type { RequestHandler } from './$types';

/** Sends the person to the gateway. It changes nothing but this browser's cookie of the sign-in. */
export const GET: RequestHandler = async ({ cookies, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	const begun = await beginSignIn(identitySettings());
	if (!begun.ok) {
		const back = next ? `&next=${encodeURIComponent(next)}` : '';
		redirect(303, `${localizeHref('/login')}?identity=${begun.problem}${back}`);
	}
	keepFlow(cookies, { ...begun.flow, next, locale: getLocale() });
	redirect(303, begun.address.href);
};
