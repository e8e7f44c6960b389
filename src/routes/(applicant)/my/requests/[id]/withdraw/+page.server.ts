import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import {
	withdrawalOf,
	withdrawApplication,
	type WithdrawProblem
} from '$lib/server/requests/applications/withdrawal-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import {
	askForYes,
	asksForCode,
	asksForPaper,
	codeProblem,
	needsYes,
	withYes,
	yesForm,
	type YesRefusal
} from '../../../own-yes';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const request = await readRequest(db(), params.id, requireActor(locals), now());
	if (!request) error(404, m.applications_problem_not_found());
	const { protocol, notice, ended, offer } = request;
	return { id: params.id, protocol, notice, ended, offer };
};

type Withdrawn = { readonly ok: true } | { readonly ok: false; readonly problem: WithdrawProblem };

function answer(withdrawn: Withdrawn, params: { id: string }) {
	if (!withdrawn.ok && withdrawn.problem === 'not-found') error(404, m.applications_problem_not_found());
	// A second click finds the request withdrawn.
	if (!withdrawn.ok && withdrawn.problem !== 'already-ended')
		return fail<YesRefusal>(409, { errors: {}, values: {}, problem: applicationProblems[withdrawn.problem]() });
	redirect(303, link('/(applicant)/my/requests/[id]', params));
}

/** A helper asks the person for a yes, and withdraws with it. */
async function withPerson(posted: FormData, params: { id: string }, locals: App.Locals) {
	if (!(await readRequest(db(), params.id, requireActor(locals), now())))
		error(404, m.applications_problem_not_found());
	if (asksForPaper(posted)) redirect(303, link('/(applicant)/my/requests/[id]/withdraw/sheet', params));
	if (asksForCode(posted)) return askForYes(locals, withdrawalOf(params.id));
	const input = parseForm(yesForm, posted);
	if (!input.ok) return fail<YesRefusal>(422, { ...input, problem: undefined });
	const own = { ...withdrawalOf(params.id), code: input.data.code };
	const done = await withYes(locals, own, (trx, by) => withdrawApplication(trx, params.id, by, now()));
	const wrong = codeProblem(done);
	if (wrong) return fail<YesRefusal>(422, { errors: { code: wrong }, values: {}, problem: undefined });
	return answer(done, params);
}

export const actions = {
	default: async ({ request, params, locals }) => {
		if (needsYes(locals)) return withPerson(await request.formData(), params, locals);
		const actor = requireActor(locals);
		return answer(await transact((trx) => withdrawApplication(trx, params.id, actor, now())), params);
	}
} satisfies Actions;
