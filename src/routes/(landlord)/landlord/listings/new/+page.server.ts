import { fail, redirect } from '@sveltejs/kit';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { stepVersion } from '$lib/domain/matching/step-version';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { chooseVersions, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { newId } from '$lib/server/ids';
import { carriedQuery, carriedValues } from '$lib/server/letting/listings/carried';
import { addressValues, newListingForm } from '$lib/server/letting/listings/forms/address-form';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import { beginListing, myListing } from '$lib/server/letting/listings/service';
import type { Actions, PageServerLoad } from './$types';

/** Proposes an id. Nothing is written before the form is sent. */
export const load: PageServerLoad = ({ url }) => ({
	listing: newId(),
	zones: milan2023.zones.map(({ zone }) => zone),
	carried: carriedValues(url.searchParams)
});

export const actions = {
	default: async ({ request, locals, url }) => {
		const form = await request.formData();
		chooseVersions(form);
		const input = parseForm(newListingForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const { listing, ...address } = input.data;
		const actor = requireActor(locals);
		const done = await transact(async (trx) => {
			const before = (await myListing(trx, listing, actor, now()))?.answers ?? {};
			const stale = staleOf(form, { saved: addressValues(before.address), yours: addressValues(address) });
			if (stale) return { stale, by: await lastSave(trx, { type: 'listing', id: listing }, actor) };
			return { saved: await beginListing(trx, listing, address, actor, now(), stepVersion(before, 'address')) };
		});
		if (done.stale) return fail(409, staleForm(done));
		if (!done.saved.ok) {
			const problem = landlordProblem(done.saved.problem);
			return fail(409, { errors: {}, problem, values: postedValues(form), stale: undefined });
		}
		redirect(303, link('/(landlord)/landlord/listings/[id]/flat', { id: listing }) + carriedQuery(url.searchParams));
	}
} satisfies Actions;
