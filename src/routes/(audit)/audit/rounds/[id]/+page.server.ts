import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { openingProblems } from '$lib/server/allocation/openings/problems';
import { openSealed, readSealedVersion } from '$lib/server/allocation/openings/service';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

const openForm = z.object({
	reason: z
		.string({ error: () => m.opening_reason_error() })
		.trim()
		.min(10, { error: () => m.opening_reason_error() })
		.max(1000, { error: () => m.opening_reason_long() })
});

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await readSealedVersion(db(), params.id, requireActor(locals), now());
	if (!found) error(404, m.opening_unknown());
	return found;
};

export const actions = {
	open: async ({ request, params, locals }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const asked = { roundId: params.id, reason: input.data.reason };
		const done = await transact((trx) => openSealed(trx, asked, requireActor(locals), now()));
		if (!done.ok && done.problem === 'unknown-round') error(404, m.opening_unknown());
		if (!done.ok) return fail(409, { problem: openingProblems[done.problem](), values: input.data });
		redirect(303, link('/(audit)/audit/rounds/[id]', params));
	}
} satisfies Actions;
