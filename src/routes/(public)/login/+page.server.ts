import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { setSessionCookie } from '$lib/server/auth/cookie';
import { landingPage } from '$lib/server/auth/landing';
import { safeNext } from '$lib/server/auth/next-path';
import { longestPassword } from '$lib/server/auth/password';
import { sessions } from '$lib/server/auth/sessions';
import { checkCredentials, openSession } from '$lib/server/auth/sign-in';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { db, transact } from '$lib/server/db/app';
import { parseForm } from '$lib/server/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const signInForm = z.object({
	email: z.string({ error: () => m.auth_email_missing() }).min(1, { error: () => m.auth_email_missing() }),
	password: z
		.string({ error: () => m.auth_password_missing() })
		.min(1, { error: () => m.auth_password_missing() })
		.max(longestPassword, { error: () => m.auth_wrong_credentials() })
});

export const load: PageServerLoad = ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next ?? landingPage(locals.actor.role));
	return { next };
};

export const actions = {
	default: async ({ request, locals, cookies, url }) => {
		const input = parseForm(signInForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const values = { email: input.data.email };
		const check = await checkCredentials(db(), input.data, config().demo);
		if (!check.ok) return fail(409, { problem: m.auth_wrong_credentials(), values });
		const { account } = check;
		const opened = await transact((trx) => openSession(trx, sessions(), account, locals.sessionId, now()));
		setSessionCookie(cookies, opened.sessionId);
		const next = safeNext(url.searchParams.get('next'));
		redirect(303, next ?? landingPage(account.role));
	}
} satisfies Actions;
