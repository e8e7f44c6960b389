import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOfferFit } from '$lib/server/letting/offers/offer-fit';
import { readStaffOffer } from '$lib/server/letting/offers/read-offers';
import { withdrawOffer } from '$lib/server/letting/offers/service';
import { addSlot, removeSlot } from '$lib/server/letting/offers/viewing-service';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { noteAnswerRead, personOfOffer } from '$lib/server/letting/offers/person-of-offer';
import { openPerson, shownPerson } from '../../open-person';
import type { Actions, PageServerLoad } from './$types';

const slotForm = z.object({
	day: z.iso.date({ error: () => m.offer_slot_day_error() }),
	time: z.string({ error: () => m.offer_slot_time_error() }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
		error: () => m.offer_slot_time_error()
	})
});
const withdrawForm = z.object({
	why: z.enum(['household', 'agency'], { error: () => m.offer_withdraw_why_error() }),
	reason: z
		.string({ error: () => m.offer_withdraw_reason_error() })
		.min(3, { error: () => m.offer_withdraw_reason_error() })
		.max(500, { error: () => m.offer_withdraw_reason_long() })
});

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const offer = await readStaffOffer(db(), params.id, by, now());
	if (!offer) error(404, m.offer_unknown());
	if (by.role === 'auditor') return { offer, fit: null, costs: {}, person: null };
	const { costs } = await readWorkCosts(db());
	const person = await shownPerson(await personOfOffer(db(), params.id), by);
	const fit = await readOfferFit(db(), params.id, by, now());
	// What the household answered, and how its needs fit, may tell of health.
	if (fit || offer.events.some(({ reason, evidence }) => reason ?? evidence))
		await transact((trx) => noteAnswerRead(trx, params.id, by, now()));
	return { offer, fit, costs, person };
};

export const actions = {
	person: async (event) => openPerson(event, await personOfOffer(db(), event.params.id)),
	slot: async ({ request, params, locals }) => {
		const input = parseForm(slotForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const added = await transact((trx) => addSlot(trx, params.id, input.data, by, now()));
		if (!added.ok) return fail(409, { problem: offerProblem(added), values: { ...input.data } });
		redirect(303, link('/(staff)/staff/offers/[id]', { id: params.id }));
	},
	removeSlot: async ({ request, params, locals }) => {
		const slot = String((await request.formData()).get('slot') ?? '');
		const by = requireActor(locals);
		const removed = await transact((trx) => removeSlot(trx, { offerId: params.id, slot }, by, now()));
		if (!removed.ok) return fail(409, { problem: offerProblem(removed), values: {} as Record<string, string> });
		redirect(303, link('/(staff)/staff/offers/[id]', { id: params.id }));
	},
	withdraw: async ({ request, params, locals }) => {
		const input = parseForm(withdrawForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const { why, reason } = input.data;
		const act = { id: params.id, reason, dueToHousehold: why === 'household' };
		const done = await transact((trx) => withdrawOffer(trx, act, by, now()));
		if (!done.ok) return fail(409, { problem: offerProblem(done), values: { why, reason } });
		redirect(303, link('/(staff)/staff/offers/[id]', { id: params.id }));
	}
} satisfies Actions;
