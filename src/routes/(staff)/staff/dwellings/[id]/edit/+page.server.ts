import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/db/app';
import { changeDwelling, dwellingToEdit } from '$lib/server/dwellings/edit-service';
import { editRefusal } from '$lib/server/dwellings/problems';
import { dwellingEditForm, formFields, typedFacts } from '$lib/server/dwellings/register-form';
import { registerChoices } from '$lib/server/dwellings/service';
import { parseForm } from '$lib/server/forms/parse-form';
import { postedValues } from '$lib/server/forms/posted-values';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await dwellingToEdit(db(), params.id);
	if (!found) error(404, m.error_404_title());
	const { facts, ...rest } = found;
	const fields = formFields('dwelling', await registerChoices(db(), now()), true);
	return { ...rest, code: facts.code, fields, values: typedFacts('dwelling', facts) };
};

export const actions = {
	default: async ({ request, params, locals }) => {
		const sent = await request.formData();
		const input = parseForm(dwellingEditForm(await registerChoices(db(), now())), sent);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: false });
		const by = requireActor(locals);
		const saved = await transact((trx) => changeDwelling(trx, { ...input.data, id: params.id }, by, now()));
		if (!saved.ok) return fail(409, { ...editRefusal(saved), values: postedValues(sent) });
		redirect(303, `${link('/(staff)/staff/dwellings/[id]', params)}?changed`);
	}
} satisfies Actions;
