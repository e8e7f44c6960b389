import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { codeField, presentPassword } from '$lib/server/platform/accounts/fields';
import { isOwnPassword, readOwnAccount, removeSecondFactor } from '$lib/server/platform/accounts/own-account';
import { accountProblems, waitSentence } from '$lib/server/platform/accounts/problems';
import { browserOf } from '$lib/domain/browser-kind';
import { setSessionCookie } from '$lib/server/platform/auth/cookie';
import type { Actor } from '$lib/server/platform/auth/actor';
import { makeRecoveryCodes } from '$lib/server/platform/auth/recovery-codes';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { throttle } from '$lib/server/platform/auth/throttle';
import { describeOffer, offerSecret } from '$lib/server/platform/auth/totp';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const passwordForm = z.object({ present_password: presentPassword });
const enrolForm = passwordForm.extend({ code: codeField, offer: z.string().max(4_000) });

export const load: PageServerLoad = async ({ locals }) => {
	const actor = requireActor(locals);
	const account = await readOwnAccount(db(), actor);
	const enrolment = account.hasSecondFactor ? null : describeOffer(actor.id, offerSecret(actor.id), account.email);
	return { account, enrolment, demoAccount: actor.demo };
};

/** Why the password given in `form` is not enough for what is asked, or null. */
async function refuse(actor: Actor, password: string) {
	const tries = [['code', `password ${actor.id}`]] as const;
	const taken = await throttle().take(tries);
	if (!taken.ok) return { status: 429, said: { problem: waitSentence(taken.seconds) } };
	if (await isOwnPassword(db(), password, actor)) {
		await throttle().giveBack(tries);
		return null;
	}
	return { status: 409, said: { errors: { present_password: m.auth_wrong_password() } } };
}

export const actions = {
	enrol: async ({ request, locals, cookies }) => {
		const actor = requireActor(locals);
		const form = await request.formData();
		const enrolment = describeOffer(actor.id, String(form.get('offer') ?? ''), actor.name);
		const input = parseForm(enrolForm, form);
		if (!input.ok) return fail(422, { errors: input.errors, enrolment });
		if (actor.demo) return fail(409, { problem: m.auth_demo_second_factor(), enrolment });
		const refused = await refuse(actor, input.data.present_password);
		if (refused) return fail(refused.status, { ...refused.said, enrolment });
		const taken = await throttle().take([['code', actor.id]]);
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), enrolment });
		const from = { ...actor, sessionId: locals.sessionId ?? '', browser: browserOf(request) };
		const done = await transact((trx) => completeSignIn(trx, sessions(), input.data, from, now()));
		if (!done.ok) return fail(409, { problem: accountProblems[done.problem](), enrolment });
		setSessionCookie(cookies, done.sessionId);
		redirect(303, localizeHref('/account/second-factor'));
	},
	codes: async ({ request, locals }) => {
		const actor = requireActor(locals);
		const input = parseForm(passwordForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const refused = await refuse(actor, input.data.present_password);
		if (refused) return fail(refused.status, refused.said);
		const made = await transact((trx) => makeRecoveryCodes(trx, actor, now()));
		return made.ok ? { codes: made.codes } : fail(409, { problem: accountProblems[made.problem]() });
	},
	remove: async ({ request, locals, cookies }) => {
		const actor = requireActor(locals);
		const input = parseForm(passwordForm, await request.formData());
		if (!input.ok) return fail(422, { errors: input.errors });
		const refused = await refuse(actor, input.data.present_password);
		if (refused) return fail(refused.status, refused.said);
		const by = { ...actor, browser: browserOf(request) };
		const removed = await transact((trx) => removeSecondFactor(trx, sessions(), by, now()));
		if (!removed.ok) return fail(409, { problem: accountProblems[removed.problem]() });
		setSessionCookie(cookies, removed.sessionId);
		redirect(303, `${localizeHref('/account')}?done=second-factor`);
	}
} satisfies Actions;
