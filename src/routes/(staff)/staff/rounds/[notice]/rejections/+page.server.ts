import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { exclusionProblem } from '$lib/server/letting/exclusions/problems';
import { decideExclusion } from '$lib/server/letting/exclusions/service';
import { rejectionProblem } from '$lib/server/requests/rejections/problems';
import { notifyRejection, readRejections } from '$lib/server/requests/rejections/service';
import type { Actions, PageServerLoad } from './$types';

const household = () => m.rejection_household_error();
const notifyForm = z.object({
	pseudonym: z.string({ error: household }).trim().min(1, { error: household }).max(100, { error: household }),
	reason: z
		.string({ error: () => m.rejection_reason_error() })
		.min(10, { error: () => m.rejection_reason_error() })
		.max(1000, { error: () => m.rejection_reason_long() })
});
const decideForm = z.object({
	rejection: z.string({ error: () => m.rejection_unknown() }),
	outcome: z.enum(['excluded', 'dropped'], { error: () => m.rejection_unknown() })
});

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const found = await transact((trx) => readRejections(trx, params.notice, by, now()));
	if (!found) error(404, m.round_unknown());
	return found;
};

export const actions = {
	notify: async ({ request, params, locals }) => {
		const input = parseForm(notifyForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const asked = { noticeId: params.notice, ...input.data };
		const done = await transact((trx) => notifyRejection(trx, asked, by, now()));
		if (!done.ok) return fail(409, { problem: rejectionProblem(done), values: input.data });
		redirect(303, link('/(staff)/staff/rounds/[notice]/rejections', params));
	},
	decide: async ({ request, params, locals }) => {
		const input = parseForm(decideForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const { rejection: id, outcome } = input.data;
		const done = await transact((trx) => decideExclusion(trx, { id, outcome }, by, now()));
		if (!done.ok) return fail(409, { problem: exclusionProblem(done) });
		redirect(303, link('/(staff)/staff/rounds/[notice]/rejections', params));
	}
} satisfies Actions;
