import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { whatIfProblem, whatIfProblems } from '$lib/server/allocation/what-if/problems';
import { readAnswer } from '$lib/server/allocation/what-if/reading-service';
import { cancelWhatIf } from '$lib/server/allocation/what-if/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const household = (url.searchParams.get('household') ?? '').trim().slice(0, 40);
	const found = await readAnswer(db(), { noticeId: params.notice, id: params.id, household }, now());
	if (!found) error(404, m.what_if_unknown());
	return { ...found, why: found.state === 'failed' ? whatIfProblem(found.problem) : null };
};

export const actions = {
	cancel: async ({ params, locals }) => {
		const by = requireActor(locals);
		const done = await transact((trx) => cancelWhatIf(trx, params.notice, params.id, by, now()));
		if (!done.ok) return fail(409, { problem: whatIfProblems[done.problem]() });
		redirect(303, link('/(staff)/staff/rounds/[notice]/what-if/[id]', params));
	}
} satisfies Actions;
