import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const offer = await readOwnOffer(db(), params.id, requireActor(locals), now());
	if (!offer) error(404, m.offer_unknown());
	return { offer };
};

export const actions = {
	default: async ({ params, locals }) => {
		const by = requireActor(locals);
		const done = await transact((trx) => acceptOffer(trx, params.id, by, now()));
		if (!done.ok && done.problem === 'unknown-offer') error(404, m.offer_unknown());
		if (!done.ok) return fail(409, { problem: offerProblem(done) });
		redirect(303, link('/(applicant)/my/offers/[id]', { id: params.id }));
	}
} satisfies Actions;
