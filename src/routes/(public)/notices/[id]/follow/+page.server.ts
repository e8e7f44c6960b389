import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { getLocale, localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { askToFollow, readToFollow } from '$lib/server/notices/followers/follow';
import { emailField } from '$lib/server/platform/accounts/fields';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { throttle } from '$lib/server/platform/auth/throttle';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const notice = await readToFollow(db(), params.id, now());
	if (!notice) error(404, m.notice_not_found());
	return { notice, sent: url.searchParams.has('sent') };
};

export const actions = {
	default: async ({ params, request, getClientAddress }) => {
		const input = parseForm(z.object({ email: emailField }), await request.formData());
		if (!input.ok) return fail(422, input);
		const { email } = input.data;
		const taken = await throttle().take(mailKeys(email, getClientAddress()));
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), values: { email } });
		const asked = { noticeId: params.id, email, locale: getLocale() };
		if (!(await transact((trx) => askToFollow(trx, asked, now())))) error(404, m.notice_not_found());
		redirect(303, `${localizeHref(`/notices/${params.id}/follow`)}?sent`);
	}
} satisfies Actions;
