import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { withdrawApplication } from '$lib/server/requests/applications/submission-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const request = await readRequest(db(), params.id, requireActor(locals), now());
	if (!request) error(404, m.applications_problem_not_found());
	const { protocol, notice, ended, offer } = request;
	return { id: params.id, protocol, notice, ended, offer };
};

export const actions = {
	default: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const withdrawn = await transact((trx) => withdrawApplication(trx, params.id, actor, now()));
		if (!withdrawn.ok && withdrawn.problem === 'not-found') error(404, m.applications_problem_not_found());
		// A second click finds the request withdrawn.
		if (!withdrawn.ok && withdrawn.problem !== 'already-ended')
			return fail(409, { problem: applicationProblems[withdrawn.problem]() });
		redirect(303, link('/(applicant)/my/requests/[id]', params));
	}
} satisfies Actions;
