import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { getLocale, localizeHref } from '$lib/paraglide/runtime';
import { emailField } from '$lib/server/platform/accounts/fields';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { signUp } from '$lib/server/platform/accounts/sign-up';
import { mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { landingPage } from '$lib/server/platform/auth/landing';
import { safeNext } from '$lib/server/platform/auth/next-path';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { normaliseEmail, oddInAddress } from '$lib/server/platform/accounts/mail-address';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { personName } from '$lib/server/platform/accounts/person-name';
import type { Actions, PageServerLoad } from './$types';

const signUpForm = z.object({
	name: personName,
	email: emailField,
	role: z.enum(['applicant', 'landlord'], { error: () => m.auth_role_missing() })
});

/** Asks whether a rare address is right: the link to confirm would go nowhere. */
function askedOf(email: string, posted: FormData) {
	const odd = oddInAddress(email);
	const key = `odd-address ${normaliseEmail(email)}`;
	if (odd === null || sureOf(posted).includes(key)) return null;
	const text = odd === 'letters' ? m.auth_email_odd_letters() : m.auth_email_odd_dots();
	return { errors: { email: text } as Record<string, string>, doubts: [{ key, text: m.auth_email_odd({ email }) }] };
}

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor) redirect(303, landingPage(locals.actor.role));
	return { role: url.searchParams.get('role') === 'landlord' ? 'landlord' : '' };
};

export const actions = {
	default: async ({ request, url, getClientAddress }) => {
		const posted = await request.formData();
		const input = parseForm(signUpForm, posted);
		if (!input.ok) return fail(422, input);
		const resident = input.data;
		const asked = askedOf(resident.email, posted);
		if (asked) return fail(422, { ...asked, values: { ...resident, sure: sureOf(posted) } });
		const taken = await throttle().take(mailKeys(resident.email, getClientAddress()));
		if (!taken.ok) return fail(429, { problem: waitSentence(taken.seconds), values: resident });
		const more = { locale: getLocale(), next: safeNext(url.searchParams.get('next')) };
		await transact((trx) => signUp(trx, { ...resident, ...more }));
		redirect(303, localizeHref('/signup/sent'));
	}
} satisfies Actions;
