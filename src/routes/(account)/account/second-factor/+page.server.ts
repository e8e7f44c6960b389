import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { codeField, presentPassword } from '$lib/server/platform/accounts/fields';
import { isOwnPassword, readOwnAccount, removeSecondFactor } from '$lib/server/platform/accounts/own-account';
import { accountProblems, waitSentence } from '$lib/server/platform/accounts/problems';
import { setSessionCookie } from '$lib/server/platform/auth/cookie';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { throttle } from '$lib/server/platform/auth/throttle';
import { describeOffer, offerSecret } from '$lib/server/platform/auth/totp';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const enrolForm = z.object({ code: codeField, offer: z.string().max(4_000) });
const removeForm = z.object({ present_password: presentPassword });

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals);
	const account = await readOwnAccount(db(), actor);
	const enrolment = account.hasSecondFactor ? null : describeOffer(actor.id, offerSecret(actor.id), account.email);
	return { account, enrolment, demoAccount: actor.demo };
};

export const actions = {
	enrol: async ({ request, locals, cookies }) => {
		const actor = requireActor(locals);
		const form = await request.formData();
		const enrolment = describeOffer(actor.id, String(form.get('offer') ?? ''), actor.name);
		const input = parseForm(enrolForm, form);
		if (!input.ok) return fail(422, { errors: input.errors, enrolment });
		if (actor.demo) return fail(409, { problem: m.auth_demo_second_factor(), enrolment });
		const taken = await throttle().take([['code', actor.id]]);
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), enrolment });
		const from = { ...actor, sessionId: locals.sessionId ?? '' };
		const done = await transact((trx) => completeSignIn(trx, sessions(), input.data, from, now()));
		if (!done.ok) return fail(409, { problem: accountProblems[done.problem](), enrolment });
		setSessionCookie(cookies, done.sessionId);
		redirect(303, `${localizeHref('/account')}?done=second-factor`);
	},
	remove: async ({ request, locals }) => {
		const actor = requireActor(locals);
		const input = parseForm(removeForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const taken = await throttle().take([['code', `password ${actor.id}`]]);
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds) });
		if (!(await isOwnPassword(db(), input.data.present_password, actor))) {
			return fail(409, { errors: { present_password: m.auth_wrong_password() } });
		}
		const removed = await transact((trx) => removeSecondFactor(trx, actor, now()));
		if (!removed.ok) return fail(409, { problem: accountProblems[removed.problem]() });
		redirect(303, `${localizeHref('/account')}?done=second-factor`);
	}
} satisfies Actions;
