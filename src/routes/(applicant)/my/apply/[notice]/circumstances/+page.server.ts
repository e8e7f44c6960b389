import { redirect } from '@sveltejs/kit';
import { asksCircumstances } from '$lib/domain/ruleset/questions';
import { link } from '$lib/i18n/link';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { askedOf, savePart } from '../save-part';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
	const { answers, notice } = await parent();
	if (!asksCircumstances(notice.rules)) redirect(303, link('/(applicant)/my/apply/[notice]/income', params));
	if (!answers.members?.length) redirect(303, link('/(applicant)/my/apply/[notice]/household', params));
	return { asked: askedOf(notice.rules, answers), members: answers.members };
};

/** A person who tells of violence is asked at once where news may go, unless they said it before. A helper does not say it for them. */
async function asksForNews(locals: App.Locals, posted: FormData): Promise<boolean> {
	if (locals.helper || !posted.getAll('emergency').includes('violence')) return false;
	const person = await readOwnPerson(db(), requireActor(locals).id);
	return (person?.facts.ordinaryWays ?? 'unsaid') === 'unsaid';
}

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const next = (await asksForNews(event.locals, posted)) ? 'news' : 'income';
		return savePart(event, posted, 'circumstances', () => next);
	}
} satisfies Actions;
