import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { discardDraft, readForm } from '$lib/server/requests/applications/draft-service';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const form = await readForm(db(), params.notice, requireActor(locals), now());
	if (!form) error(404, m.notice_not_found());
	const { id, title, phase } = form.notice;
	return { notice: { id, title, phase }, hasDraft: form.draft !== null, live: form.live };
};

export const actions = {
	default: async ({ params, locals }) => {
		const by = requireActor(locals);
		const done = await transact((trx) => discardDraft(trx, params.notice, by, now()));
		if (!done.ok) return fail(409, { problem: applicationProblems[done.problem]() });
		redirect(303, link('/(applicant)/my'));
	}
} satisfies Actions;
