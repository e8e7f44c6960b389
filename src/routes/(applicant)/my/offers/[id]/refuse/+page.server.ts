import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { refusalReasons } from '$lib/domain/offers/refusal-rules';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { refuseOffer } from '$lib/server/letting/offers/service';
import type { Actions, PageServerLoad } from './$types';

const refuseForm = z.object({ reason: z.enum(refusalReasons, { error: () => m.offer_refuse_reason_error() }) });

export const load: PageServerLoad = async ({ params, locals }) => {
	const offer = await readOwnOffer(db(), params.id, requireActor(locals), now());
	if (!offer) error(404, m.offer_unknown());
	return { offer };
};

export const actions = {
	default: async ({ request, params, locals }) => {
		const input = parseForm(refuseForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const done = await transact((trx) => refuseOffer(trx, params.id, input.data.reason, by, now()));
		if (!done.ok && done.problem === 'unknown-offer') error(404, m.offer_unknown());
		if (!done.ok) return fail(409, { problem: offerProblem(done), values: { ...input.data } });
		redirect(303, link('/(applicant)/my/offers/[id]', { id: params.id }));
	}
} satisfies Actions;
