import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { confirmEmail, readSignUp } from '$lib/server/platform/accounts/confirm-email';
import { newPassword } from '$lib/server/platform/accounts/fields';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { setDeviceMark } from '$lib/server/platform/auth/cookie';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { hashPassword } from '$lib/server/platform/auth/password';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing, because mail scanners open links. A person has to choose a password. */
export const load: PageServerLoad = async ({ params }) => ({ signUp: await readSignUp(db(), params.token) });

export const actions = {
	default: async ({ params, request, url, cookies }) => {
		const about = await readSignUp(db(), params.token);
		const words = about ? [about.name, about.email, about.email.split('@')[0] ?? ''] : [];
		const input = parseForm(z.object({ password: newPassword(...words) }), await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const chosen = { token: params.token, passwordHash: await hashPassword(input.data.password) };
		const confirmed = await transact((trx) => confirmEmail(trx, chosen, now()));
		if (!confirmed.ok) return fail(409, { problem: accountProblems[confirmed.problem]() });
		// The link came by mail, so its reader owns the account: a stranger's wrong tries must not make the owner wait.
		setDeviceMark(cookies, confirmed.email);
		const next = safeNext(url.searchParams.get('next'));
		redirect(303, `${localizeHref('/login')}?confirmed${next ? `&next=${encodeURIComponent(next)}` : ''}`);
	}
} satisfies Actions;
