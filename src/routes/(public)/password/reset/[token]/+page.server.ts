import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { newPassword } from '$lib/server/platform/accounts/fields';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { resetPassword } from '$lib/server/platform/accounts/reset-password';
import { tokenWorks } from '$lib/server/platform/accounts/tokens';
import { clearSessionCookie, setDeviceMark } from '$lib/server/platform/auth/cookie';
import { hashPassword } from '$lib/server/platform/auth/password';
import { sessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	works: await tokenWorks(db(), params.token, 'reset_password')
});

export const actions = {
	default: async ({ params, request, cookies }) => {
		const input = parseForm(z.object({ password: newPassword() }), await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const change = { token: params.token, passwordHash: await hashPassword(input.data.password) };
		const reset = await transact((trx) => resetPassword(trx, sessions(), change, now()));
		if (!reset.ok) return fail(409, { problem: accountProblems[reset.problem]() });
		clearSessionCookie(cookies);
		// The link came by mail, so its reader owns the account. Wrong attempts of a stranger must not make the owner wait.
		setDeviceMark(cookies, reset.account.email);
		redirect(303, `${localizeHref('/login')}?password`);
	}
} satisfies Actions;
