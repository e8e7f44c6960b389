import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { typedCosts, workCostsForm } from '$lib/server/homes/work-costs/form';
import { workCostProblems } from '$lib/server/homes/work-costs/problems';
import { readWorkCosts, saveWorkCosts } from '$lib/server/homes/work-costs/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { all, version } = await readWorkCosts(db());
	return { works: all.map(({ work }) => work), values: typedCosts(all), version, saved: url.searchParams.has('saved') };
};

export const actions = {
	default: async ({ request, locals }) => {
		const sent = await request.formData();
		const input = parseForm(workCostsForm, sent);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const saved = await transact((trx) => saveWorkCosts(trx, input.data, by, now()));
		if (!saved.ok)
			return fail(409, { errors: {}, values: postedValues(sent), problem: workCostProblems[saved.problem]() });
		redirect(303, `${link('/(staff)/staff/work-costs')}?saved`);
	}
} satisfies Actions;
