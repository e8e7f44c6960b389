import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { changeDwelling, dwellingToEdit } from '$lib/server/homes/dwellings/edit-service';
import { editRefusal } from '$lib/server/homes/dwellings/problems';
import { dwellingEditForm, editVersions, formFields, typedFacts } from '$lib/server/homes/dwellings/register-form';
import { registerChoices } from '$lib/server/homes/dwellings/service';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { chooseVersions, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await dwellingToEdit(db(), params.id, noticePromises);
	if (!found) error(404, m.error_404_title());
	const { facts, ...rest } = found;
	const fields = formFields('dwelling', await registerChoices(db(), now()), true);
	return { ...rest, code: facts.code, fields, values: typedFacts('dwelling', facts) };
};

export const actions = {
	default: async ({ request, params, locals }) => {
		const sent = await request.formData();
		chooseVersions(sent);
		const input = parseForm(dwellingEditForm(await registerChoices(db(), now())), sent);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const by = requireActor(locals);
		const subject = { type: 'dwelling', id: params.id };
		const done = await transact(async (trx) => {
			const found = await dwellingToEdit(trx, params.id, noticePromises);
			const stale = found && staleOf(sent, editVersions('dwelling', found.facts, input.data));
			if (stale) return { stale, by: await lastSave(trx, subject, by) };
			const edit = { ...input.data, id: params.id, version: found?.version ?? '' };
			return { saved: await changeDwelling(trx, edit, noticePromises, by, now(), sureOf(sent)) };
		});
		if (done.stale) return fail(409, staleForm(done));
		if (!done.saved.ok) return fail(409, { ...editRefusal(done.saved), values: postedValues(sent) });
		redirect(303, `${link('/(staff)/staff/dwellings/[id]', params)}?changed`);
	}
} satisfies Actions;
