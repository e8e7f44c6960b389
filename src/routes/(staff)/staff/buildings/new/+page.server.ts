import { fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { doubtfulFlat, registerProblems } from '$lib/server/homes/dwellings/problems';
import { buildingForm, formFields } from '$lib/server/homes/dwellings/register-form';
import { registerBuilding, registerChoices } from '$lib/server/homes/dwellings/service';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { newId } from '$lib/server/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	id: newId(),
	fields: formFields('building', await registerChoices(db(), now()))
});

export const actions = {
	default: async ({ request, locals }) => {
		const sent = await request.formData();
		const input = parseForm(buildingForm(await registerChoices(db(), now())), sent);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const result = await transact((trx) => registerBuilding(trx, input.data, by, now(), sureOf(sent)));
		if (result.ok)
			redirect(303, `${link('/(staff)/staff/dwellings/new')}?building=${encodeURIComponent(input.data.code)}`);
		const values = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
		if (result.problem === 'doubtful') return fail(422, { ...doubtfulFlat(result), values: postedValues(sent) });
		return fail(409, { errors: undefined, values, problem: registerProblems[result.problem]() });
	}
} satisfies Actions;
