import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { newPassword } from '$lib/server/platform/accounts/fields';
import { setDeviceMark } from '$lib/server/platform/auth/cookie';
import { hashPassword } from '$lib/server/platform/auth/password';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { acceptInvitation, readInvitation } from '$lib/server/platform/organisations/accept-invitation';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing, because mail scanners open links. A person has to choose a password. */
export const load: PageServerLoad = async ({ params }) => ({ invitation: await readInvitation(db(), params.token) });

export const actions = {
	default: async ({ params, request, cookies }) => {
		const about = await readInvitation(db(), params.token);
		const words = about ? [about.name, about.email, about.email.split('@')[0] ?? ''] : [];
		const input = parseForm(z.object({ password: newPassword(...words) }), await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const chosen = { token: params.token, passwordHash: await hashPassword(input.data.password) };
		const joined = await transact((trx) => acceptInvitation(trx, chosen, now()));
		if (!joined.ok) return fail(409, { errors: undefined });
		// The link came by mail, so its reader owns the account: a stranger's wrong tries must not make the owner wait.
		setDeviceMark(cookies, joined.email);
		redirect(303, `${localizeHref('/login')}?confirmed`);
	}
} satisfies Actions;
