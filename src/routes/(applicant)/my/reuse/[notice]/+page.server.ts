import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { askedAnew } from '$lib/domain/application/carried';
import { looksAgain } from '$lib/domain/application/look-again';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { readForm } from '$lib/server/requests/applications/draft-service';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { beginWithAnswers, reusable } from '$lib/server/requests/applications/reuse';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const actor = requireActor(locals);
	const form = await readForm(db(), params.notice, actor, now());
	if (!form) error(404, m.notice_not_found());
	if (form.live) redirect(303, link('/(applicant)/my/requests/[id]', { id: form.live.id }));
	const earlier = form.draft || form.notice.phase !== 'open' ? null : await reusable(db(), params.notice, actor);
	if (!earlier) redirect(303, link('/(applicant)/my/apply/[notice]/household', params));
	const { id, title, rules } = form.notice;
	const { answers } = earlier;
	return {
		notice: { id, title, rules },
		earlier,
		look: looksAgain(answers, dayOf(now())),
		anew: answers.carried ? askedAnew(answers.carried, rules) : []
	};
};

/** The request whose answers the page showed. */
const chosen = z.object({ request: z.uuid() });

export const actions = {
	default: async ({ params, locals, request }) => {
		const parsed = parseForm(chosen, await request.formData());
		if (!parsed.ok) error(404, m.applications_problem_not_found());
		const input = { noticeId: params.notice, request: parsed.data.request };
		const begun = await transact((trx) => beginWithAnswers(trx, input, requireActor(locals), now()));
		if (!begun.ok && begun.problem === 'not-found') error(404, m.notice_not_found());
		if (!begun.ok) return fail(409, { problem: applicationProblems[begun.problem]() });
		redirect(303, link('/(applicant)/my/apply/[notice]', params));
	}
} satisfies Actions;
