import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { chooseVersions, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { typedCosts, workCostsForm } from '$lib/server/homes/work-costs/form';
import { workCostProblems } from '$lib/server/homes/work-costs/problems';
import { readWorkCosts, saveWorkCosts } from '$lib/server/homes/work-costs/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { all } = await readWorkCosts(db());
	return { works: all.map(({ work }) => work), values: typedCosts(all), saved: url.searchParams.has('saved') };
};

export const actions = {
	default: async ({ request, locals }) => {
		const sent = await request.formData();
		chooseVersions(sent);
		const input = parseForm(workCostsForm, sent);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const by = requireActor(locals);
		const { costs } = input.data;
		const done = await transact(async (trx) => {
			const { all, version } = await readWorkCosts(trx);
			const yours = typedCosts(all.map(({ work }) => ({ work, ...costs[work] })));
			const stale = staleOf(sent, { saved: typedCosts(all), yours });
			if (stale) return { stale, by: await lastSave(trx, { type: 'work_costs', id: 'works' }, by) };
			return { saved: await saveWorkCosts(trx, { costs, version }, by, now()) };
		});
		if (done.stale) return fail(409, staleForm(done));
		if (!done.saved.ok) {
			const problem = workCostProblems[done.saved.problem]();
			return fail(409, { errors: {}, values: postedValues(sent), problem, stale: undefined });
		}
		redirect(303, `${link('/(staff)/staff/work-costs')}?saved`);
	}
} satisfies Actions;
