import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { homeSearchForm } from '$lib/server/letting/home-searches/form';
import { askForHome, endHomeSearch, myHomeSearch } from '$lib/server/letting/home-searches/service';
import { landlordProblem } from '$lib/server/letting/listings/problems';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	search: await myHomeSearch(db(), requireActor(locals), now())
});

export const actions = {
	ask: async ({ request, locals }) => {
		const form = await request.formData();
		const input = parseForm(homeSearchForm, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const result = await transact((trx) => askForHome(trx, input.data, actor, now()));
		// A second click finds the request of the first.
		if (result.ok || result.problem === 'already-asked') redirect(303, link('/(applicant)/my/home-search'));
		return fail(409, { problem: landlordProblem(result.problem), values: postedValues(form), errors: {} });
	},
	end: async ({ locals }) => {
		const actor = requireActor(locals);
		const result = await transact((trx) => endHomeSearch(trx, actor, now()));
		if (!result.ok && result.problem === 'home-held')
			return fail(409, { problem: landlordProblem(result.problem), values: undefined, errors: {} });
		redirect(303, link('/(applicant)/my/home-search'));
	}
} satisfies Actions;
