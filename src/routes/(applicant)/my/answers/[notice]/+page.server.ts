import { error, fail, redirect } from '@sveltejs/kit';
import { answersOfTold, takeAnswers } from '$lib/domain/application/answers-of-told';
import { asksCircumstances } from '$lib/domain/ruleset/questions';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { readForm, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { fadeTold, forgetTold, readTold } from '$lib/server/platform/http/told-cookie';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

/** The parts that the check asks, too. */
const parts = ['members', 'residence', 'home', 'circumstances', 'income'] as const;

export const load: PageServerLoad = async ({ params, locals, cookies }) => {
	const form = await readForm(db(), params.notice, requireActor(locals), now());
	if (!form) error(404, m.notice_not_found());
	if (form.live) redirect(303, link('/(applicant)/my/requests/[id]', { id: form.live.id }));
	const told = readTold(cookies, now());
	const given = told && answersOfTold(told, form.notice.rules);
	const taken = given && takeAnswers(form.answers, given, false);
	const asked = parts.filter((part) => part !== 'circumstances' || asksCircumstances(form.notice.rules));
	const stateOf = (part: (typeof parts)[number]) =>
		form.answers[part] ? ('kept' as const) : taken?.[part] ? ('new' as const) : ('not' as const);
	return {
		notice: { id: form.notice.id, title: form.notice.title },
		parts: given && asked.map((part) => ({ part, state: stateOf(part) })),
		canReplace: given !== null && parts.some((part) => form.answers[part] && given[part])
	};
};

export const actions = {
	use: async ({ params, locals, cookies, request }) => {
		const replace = (await request.formData()).get('replace') === 'on';
		const told = readTold(cookies, now());
		if (!told) return fail(409, { problem: m.answers_gone_next() });
		const form = await readForm(db(), params.notice, requireActor(locals), now());
		if (!form) error(404, m.notice_not_found());
		const given = answersOfTold(told, form.notice.rules);
		const take = (saved: Parameters<typeof takeAnswers>[0]) => takeAnswers(saved, given, replace);
		const saved = await transact((trx) => saveAnswers(trx, params.notice, take, requireActor(locals), now()));
		if (!saved.ok && saved.problem === 'not-found') error(404, m.notice_not_found());
		if (!saved.ok) return fail(409, { problem: applicationProblems[saved.problem]() });
		fadeTold(cookies, told, now());
		redirect(303, `${link('/(applicant)/my/apply/[notice]/check', params)}?taken`);
	},
	discard: async ({ params, cookies }) => {
		forgetTold(cookies);
		redirect(303, link('/(applicant)/my/apply/[notice]', params));
	}
} satisfies Actions;
