import { fail, redirect } from '@sveltejs/kit';
import type { Listing } from '$lib/domain/matching/listing';
import { area } from '$lib/domain/numbers/number-kinds';
import { typedAs } from '$lib/server/platform/forms/number-field';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { measureValues } from '$lib/server/letting/listings/forms/access-form';
import { inspectionForm, reasonForm } from '$lib/server/letting/listings/forms/staff-forms';
import { inspectListing, publishListing, refuseListing } from '$lib/server/letting/listings/inspection-service';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { listingOf } from './sent-listing';
import { openPerson, shownPerson } from '../../open-person';
import type { Actions, PageServerLoad } from './$types';

/** The landlord, whom the agency calls for the inspection. */
const landlordOf = ({ id, accountId }: Listing) => {
	return { accountId, onlySafe: false, subject: { type: 'listing', id } } as const;
};

export const load: PageServerLoad = async (event) => {
	const listing = await listingOf(event);
	const { id, answers, state, events, synthetic } = listing;
	const person = await shownPerson(landlordOf(listing), requireActor(event.locals));
	const saved = {
		netArea: answers.flat ? typedAs(area, answers.flat.netAreaDm2) : '',
		...measureValues(answers.access?.measures)
	};
	return { id, answers, state, events, synthetic, saved, person };
};

export const actions = {
	person: async (event) => openPerson(event, landlordOf(await listingOf(event))),
	inspect: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(inspectionForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const result = await transact((trx) => inspectListing(trx, params.id, input.data, actor, now()));
		if (!result.ok)
			return fail(409, { problem: landlordProblem(result.problem), values: postedValues(form), errors: {} });
		redirect(303, link('/(staff)/staff/listings/[id]', params));
	},
	publish: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const result = await transact((trx) => publishListing(trx, params.id, actor, now()));
		if (!result.ok) return fail(409, { problem: landlordProblem(result.problem), values: undefined, errors: {} });
		redirect(303, link('/(staff)/staff/listings/[id]/tenants', params));
	},
	refuse: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(reasonForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const result = await transact((trx) => refuseListing(trx, params.id, input.data.reason, actor, now()));
		if (!result.ok)
			return fail(409, { problem: landlordProblem(result.problem), values: postedValues(form), errors: {} });
		redirect(303, link('/(staff)/staff/listings/[id]', params));
	}
} satisfies Actions;
