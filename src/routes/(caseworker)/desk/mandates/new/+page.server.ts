import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { procedures } from '$lib/domain/mandates/acts';
import { mandateDays } from '$lib/domain/mandates/duration';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { mandateProblems } from '$lib/server/people/mandates/problems';
import { proposeMandate } from '$lib/server/people/mandates/propose';
import { emailField } from '$lib/server/platform/accounts/fields';
import { personName } from '$lib/server/platform/accounts/person-name';
import { mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	id: z.uuid({ error: () => m.form_not_read() }),
	name: z
		.string({ error: () => m.desk_mandate_name_missing() })
		.min(1, { error: () => m.desk_mandate_name_missing() })
		.pipe(personName),
	email: z.union([z.literal(''), emailField], { error: () => m.auth_email_invalid() }),
	days: z.enum(mandateDays.map(String) as [string, ...string[]], { error: () => m.desk_mandate_days_missing() }),
	procedures: z
		.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(procedures)))
		.refine((chosen) => chosen.length > 0, { error: () => m.desk_mandate_procedures_missing() })
});

// The form carries the id of the mandate, so that a second click proposes nothing.
export const load: PageServerLoad = () => ({ id: newId() });

type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

export const actions = {
	default: async ({ request, locals, getClientAddress }) => {
		const input = parseForm(schema, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const by = requireActor(locals);
		const { id, name, email, days, procedures: chosen } = input.data;
		if (email) {
			const free = await throttle().take(mailKeys(email, getClientAddress()));
			if (!free.ok) return fail<Refusal>(429, { errors: {}, values: input.data, problem: m.desk_mandate_too_many() });
		}
		const length = mandateDays.find((one) => String(one) === days)!;
		const proposal = { id, name, email: email || null, days: length, procedures: [...new Set(chosen)] };
		const done = await transact((trx) => proposeMandate(trx, proposal, by, now()));
		if (!done.ok)
			return fail<Refusal>(409, { errors: {}, values: input.data, problem: mandateProblems[done.problem]() });
		redirect(303, link('/(caseworker)/desk/mandates/[id]', { id }));
	}
} satisfies Actions;
