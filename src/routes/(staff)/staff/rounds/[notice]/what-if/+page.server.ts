import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { database, db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { carryOut } from '$lib/server/allocation/what-if/carry-out';
import { whatIfProblems } from '$lib/server/allocation/what-if/problems';
import { questionForm } from '$lib/server/allocation/what-if/question';
import { readQuestions } from '$lib/server/allocation/what-if/reading-service';
import { askWhatIf } from '$lib/server/allocation/what-if/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await readQuestions(db(), params.notice, now());
	if (!found) error(404, m.round_unknown());
	return found;
};

export const actions = {
	ask: async ({ request, params, locals }) => {
		const input = parseForm(questionForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const asked = await transact((trx) => askWhatIf(trx, params.notice, input.data, by, now()));
		if (!asked.ok) return fail(409, { errors: {}, values: {}, problem: whatIfProblems[asked.problem]() });
		// The answer does not wait for the computation. The next page shows its progress.
		if (asked.fresh) void carryOut(database(), { id: asked.id, noticeId: params.notice, question: input.data }, now);
		redirect(303, link('/(staff)/staff/rounds/[notice]/what-if/[id]', { notice: params.notice, id: asked.id }));
	}
} satisfies Actions;
