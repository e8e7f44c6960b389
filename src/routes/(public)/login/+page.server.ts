import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { emailField, presentPassword } from '$lib/server/platform/accounts/fields';
import { accountProblems, waitSentence } from '$lib/server/platform/accounts/problems';
import { browserOf } from '$lib/domain/browser-kind';
import { readDeviceMark, setDeviceMark, setSessionCookie } from '$lib/server/platform/auth/cookie';
import { enter } from '$lib/server/platform/auth/enter';
import { gate } from '$lib/server/platform/auth/gate';
import { knownDevice } from '$lib/server/platform/auth/known-device';
import { afterSignIn } from '$lib/server/platform/auth/after-sign-in';
import { landingPage } from '$lib/server/platform/auth/landing';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { config } from '$lib/server/config';
import { now } from '$lib/server/clock';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const signInForm = z.object({ email: emailField, password: presentPassword });

export const load: PageServerLoad = ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next ?? landingPage(locals.actor.role));
	const ended = url.searchParams.get('ended');
	const identity = config().publicIdentity ? { problem: url.searchParams.get('identity') } : null;
	return {
		next,
		ended,
		identity,
		passwordSet: url.searchParams.has('password'),
		confirmed: url.searchParams.has('confirmed'),
		newEmail: url.searchParams.has('email'),
		erased: url.searchParams.has('erased')
	};
};

export const actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const input = parseForm(signInForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const { email } = input.data;
		const known = knownDevice(readDeviceMark(cookies), email);
		const from = {
			address: getClientAddress(),
			knownDevice: known,
			oldSession: locals.sessionId,
			browser: browserOf(request)
		};
		const entered = await enter(gate(), { ...input.data, ...from }, now());
		if (!entered.ok) {
			const values = { email };
			if (entered.problem === 'wait') return fail(429, { problem: waitSentence(entered.seconds), values });
			return fail(409, { problem: accountProblems[entered.problem](), values });
		}
		setSessionCookie(cookies, entered.sessionId);
		// With the password alone a device is not known yet where a code is asked: a thief of the password is no owner.
		if (!known && !entered.pending) setDeviceMark(cookies, email);
		const next = safeNext(url.searchParams.get('next'));
		if (!entered.pending) redirect(303, afterSignIn(cookies, entered.account, next, now()));
		redirect(303, localizeHref('/login/second-factor') + (next ? `?next=${encodeURIComponent(next)}` : ''));
	}
} satisfies Actions;
