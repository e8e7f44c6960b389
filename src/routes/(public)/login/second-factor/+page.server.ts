import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { codeField } from '$lib/server/platform/accounts/fields';
import { readOwnAccount } from '$lib/server/platform/accounts/own-account';
import { accountProblems, waitSentence } from '$lib/server/platform/accounts/problems';
import { browserOf } from '$lib/domain/browser-kind';
import { readDeviceMark, setDeviceMark, setSessionCookie } from '$lib/server/platform/auth/cookie';
import { codeKeys } from '$lib/server/platform/auth/attempt-keys';
import { knownDevice } from '$lib/server/platform/auth/known-device';
import { afterSignIn } from '$lib/server/platform/auth/after-sign-in';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { sessions } from '$lib/server/platform/auth/sessions';
import { throttle } from '$lib/server/platform/auth/throttle';
import { describeOffer, offerSecret } from '$lib/server/platform/auth/totp';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const codeForm = z.object({ code: codeField, offer: z.string().max(4_000).optional() });

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.pending) redirect(303, localizeHref('/login'));
	const { id, name, hasSecondFactor } = locals.pending;
	return { enrolment: hasSecondFactor ? null : describeOffer(id, offerSecret(id), name) };
};

export const actions = {
	default: async ({ request, locals, cookies, url }) => {
		const { pending, sessionId } = locals;
		if (!pending || !sessionId) redirect(303, localizeHref('/login'));
		const form = await request.formData();
		// Shows the same secret again, because the person may have copied it already.
		const offer = String(form.get('offer') ?? '');
		const enrolment = pending.hasSecondFactor ? null : describeOffer(pending.id, offer, pending.name);
		const input = parseForm(codeForm, form);
		if (!input.ok) return fail(422, { errors: input.errors, enrolment });
		const { email } = await readOwnAccount(db(), pending);
		const taken = await throttle().take(codeKeys(pending.id, knownDevice(readDeviceMark(cookies), email)));
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), enrolment });
		const from = { ...pending, sessionId, browser: browserOf(request) };
		const done = await transact((trx) => completeSignIn(trx, sessions(), input.data, from, now()));
		if (!done.ok) return fail(409, { problem: accountProblems[done.problem](), enrolment });
		setSessionCookie(cookies, done.sessionId);
		setDeviceMark(cookies, email);
		const next = afterSignIn(cookies, pending, safeNext(url.searchParams.get('next')), now());
		redirect(303, enrolment ? localizeHref('/account/second-factor') : next);
	}
} satisfies Actions;
