import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/paraglide/runtime';
import { confirmEmail } from '$lib/server/platform/accounts/confirm-email';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { tokenWorks } from '$lib/server/platform/accounts/tokens';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing, because mail scanners open links. A person has to press the button. */
export const load: PageServerLoad = async ({ params }) => ({
	works: await tokenWorks(db(), params.token, 'confirm_email')
});

export const actions = {
	default: async ({ params, url }) => {
		const confirmed = await transact((trx) => confirmEmail(trx, params.token, now()));
		if (!confirmed.ok) return fail(409, { problem: accountProblems[confirmed.problem]() });
		const next = safeNext(url.searchParams.get('next'));
		redirect(303, `${localizeHref('/login')}?confirmed${next ? `&next=${encodeURIComponent(next)}` : ''}`);
	}
} satisfies Actions;
