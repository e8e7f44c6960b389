import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { getLocale, localizeHref } from '$lib/paraglide/runtime';
import { emailField } from '$lib/server/platform/accounts/fields';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { requestReset } from '$lib/server/platform/accounts/reset-password';
import { mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions } from './$types';

export const actions = {
	default: async ({ request, getClientAddress }) => {
		const input = parseForm(z.object({ email: emailField }), await request.formData());
		if (!input.ok) return fail(422, input);
		const { email } = input.data;
		const taken = await throttle().take(mailKeys(email, getClientAddress()));
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), values: { email } });
		await transact((trx) => requestReset(trx, email, getLocale()));
		redirect(303, localizeHref('/password/sent'));
	}
} satisfies Actions;
