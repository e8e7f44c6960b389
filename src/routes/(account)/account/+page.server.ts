import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { locales, localizeHref } from '$lib/paraglide/runtime';
import { newPassword, presentPassword } from '$lib/server/platform/accounts/fields';
import {
	changePassword,
	chooseLanguage,
	isOwnPassword,
	readOwnAccount
} from '$lib/server/platform/accounts/own-account';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { browserOf } from '$lib/domain/browser-kind';
import { allows } from '$lib/server/platform/auth/actor';
import { setSessionCookie } from '$lib/server/platform/auth/cookie';
import { hashPassword } from '$lib/server/platform/auth/password';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { throttle } from '$lib/server/platform/auth/throttle';
import { config } from '$lib/server/config';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const languageForm = z.object({ locale: z.enum(locales, { error: () => m.auth_language_missing() }) });

export const load: PageServerLoad = async ({ locals, url }) => ({
	account: await readOwnAccount(db(), requireActor(locals)),
	mayChangeEmail: allows(requireActor(locals), 'applicant', 'landlord'),
	hasGateway: config().publicIdentity !== null,
	done: url.searchParams.get('done')
});

export const actions = {
	password: async ({ request, locals, cookies }) => {
		const actor = requireActor(locals);
		const passwordForm = z.object({ present_password: presentPassword, password: newPassword(actor.name) });
		const input = parseForm(passwordForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const taken = await throttle().take([['code', `password ${actor.id}`]]);
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds) });
		if (!(await isOwnPassword(db(), input.data.present_password, actor))) {
			return fail(409, { errors: { present_password: m.auth_wrong_password() } });
		}
		const passwordHash = await hashPassword(input.data.password);
		const by = { ...actor, browser: browserOf(request) };
		const changed = await transact((trx) => changePassword(trx, sessions(), passwordHash, by, now()));
		setSessionCookie(cookies, changed.sessionId);
		redirect(303, `${localizeHref('/account')}?done=password`);
	},
	language: async ({ request, locals }) => {
		const input = parseForm(languageForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const { locale } = input.data;
		await transact((trx) => chooseLanguage(trx, locale, requireActor(locals), now()));
		redirect(303, `${localizeHref('/account', { locale })}?done=language`);
	}
} satisfies Actions;
