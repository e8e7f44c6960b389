import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { confirmNewEmail, readNewEmail } from '$lib/server/platform/accounts/change-email';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { setDeviceMark } from '$lib/server/platform/auth/cookie';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing, because mail scanners open links. A person has to press the button. */
export const load: PageServerLoad = async ({ params }) => ({ email: await readNewEmail(db(), params.token) });

export const actions = {
	default: async ({ params, locals, cookies }) => {
		const changed = await transact((trx) => confirmNewEmail(trx, params.token, now()));
		if (!changed.ok) return fail(409, { problem: accountProblems[changed.problem]() });
		setDeviceMark(cookies, changed.email);
		if (changed.choose && !locals.actor) redirect(303, localizeHref(`/password/reset/${changed.choose}`));
		redirect(303, locals.actor ? `${localizeHref('/account')}?done=email` : `${localizeHref('/login')}?email`);
	}
} satisfies Actions;
