import { fail, redirect } from '@sveltejs/kit';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { newId } from '$lib/server/ids';
import { newListingForm } from '$lib/server/letting/listings/forms/address-form';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { beginListing } from '$lib/server/letting/listings/service';
import type { Actions, PageServerLoad } from './$types';

/** Proposes an id. Nothing is written before the form is sent. */
export const load: PageServerLoad = () => ({ listing: newId(), zones: milan2023.zones.map(({ zone }) => zone) });

export const actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const input = parseForm(newListingForm, form);
		if (!input.ok) return fail(422, input);
		const { listing, seen, ...address } = input.data;
		const actor = requireActor(locals);
		const result = await transact((trx) => beginListing(trx, listing, address, actor, now(), seen));
		if (!result.ok) {
			const stale = result.problem === 'stale' ? { answers: result.answers, version: result.version } : undefined;
			return fail(409, { problem: landlordProblem(result.problem), values: postedValues(form), stale });
		}
		redirect(303, link('/(landlord)/landlord/listings/[id]/flat', { id: listing }));
	}
} satisfies Actions;
