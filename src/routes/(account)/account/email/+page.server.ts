import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { askNewEmail } from '$lib/server/platform/accounts/change-email';
import { emailField } from '$lib/server/platform/accounts/fields';
import { readOwnAccount } from '$lib/server/platform/accounts/own-account';
import { hasProof, noProof, proofFields, whyNotOwner } from '$lib/server/platform/accounts/owner-proof';
import { accountProblems } from '$lib/server/platform/accounts/problems';
import { tally } from '$lib/server/platform/audit/tally';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ ...proofFields, email: emailField }).refine(hasProof, noProof);
const none: Record<string, string> = {};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { email, hasSecondFactor } = await readOwnAccount(db(), requireActor(locals));
	return { email, hasCode: hasSecondFactor, sent: url.searchParams.has('sent') };
};

export const actions = {
	default: async ({ request, locals }) => {
		const actor = requireActor(locals);
		const sent = await request.formData();
		const typed = String(sent.get('email') ?? '').slice(0, 254);
		const input = parseForm(schema, sent);
		if (!input.ok) return fail(422, { errors: input.errors, problem: undefined, typed });
		const refused = await whyNotOwner(actor, input.data, now());
		if (refused) return fail(refused.status, { errors: refused.errors, problem: refused.problem, typed });
		const asked = await transact((trx) => askNewEmail(trx, input.data.email, actor, now()));
		if (!asked.ok) return fail(409, { errors: none, problem: accountProblems[asked.problem](), typed });
		tally('link_asked', now());
		redirect(303, `${localizeHref('/account/email')}?sent`);
	}
} satisfies Actions;
