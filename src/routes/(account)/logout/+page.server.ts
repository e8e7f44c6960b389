import { redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { config } from '$lib/server/config';
import { clearSessionCookie } from '$lib/server/platform/auth/cookie';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { signOut } from '$lib/server/platform/auth/sign-out';
import { now } from '$lib/server/clock';
import { forgetKept } from '$lib/server/platform/http/kept-form';
import { forgetTold } from '$lib/server/platform/http/told-cookie';
import { forgetMet } from '$lib/server/platform/auth/identity-cookies';
import { transact } from '$lib/server/platform/db/app';
import type { Actions } from './$types';

export const actions = {
	default: async ({ locals, cookies }) => {
		const way = await transact((trx) => signOut(trx, sessions(), locals.sessionId, requireActor(locals), now()));
		clearSessionCookie(cookies);
		forgetTold(cookies);
		forgetKept(cookies);
		forgetMet(cookies);
		// Not to the gateway itself: a browser refuses to be sent from a form to another site.
		const isLeft = way === 'public-identity' && config().publicIdentity?.signsOut;
		redirect(303, isLeft ? link('/(public)/login/identity/out') : link('/'));
	}
} satisfies Actions;
