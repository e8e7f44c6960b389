import { redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
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
		await transact((trx) => signOut(trx, sessions(), locals.sessionId, requireActor(locals), now()));
		clearSessionCookie(cookies);
		forgetTold(cookies);
		forgetKept(cookies);
		forgetMet(cookies);
		redirect(303, link('/'));
	}
} satisfies Actions;
