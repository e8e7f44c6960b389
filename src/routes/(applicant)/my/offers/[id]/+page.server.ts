import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { bookSlot, cancelViewing } from '$lib/server/letting/offers/viewing-service';
import type { Actions, PageServerLoad } from './$types';

const bookForm = z.object({
	slot: z.string({ error: () => m.offer_slot_choose() }).min(1, { error: () => m.offer_slot_choose() })
});

export const load: PageServerLoad = async ({ params, locals }) => {
	const offer = await readOwnOffer(db(), params.id, requireActor(locals), now());
	if (!offer) error(404, m.offer_unknown());
	return { offer };
};

export const actions = {
	book: async ({ request, params, locals }) => {
		const input = parseForm(bookForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const booked = await transact((trx) => bookSlot(trx, params.id, input.data.slot, by, now()));
		if (!booked.ok && booked.problem === 'unknown-offer') error(404, m.offer_unknown());
		if (!booked.ok) return fail(409, { problem: offerProblem(booked) });
		redirect(303, link('/(applicant)/my/offers/[id]', { id: params.id }));
	},
	cancel: async ({ params, locals }) => {
		const by = requireActor(locals);
		const cancelled = await transact((trx) => cancelViewing(trx, params.id, by, now()));
		if (!cancelled.ok) error(404, m.offer_unknown());
		redirect(303, link('/(applicant)/my/offers/[id]', { id: params.id }));
	}
} satisfies Actions;
