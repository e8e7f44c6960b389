import { redirect } from '@sveltejs/kit';
import { asksCircumstances } from '$lib/domain/ruleset/questions';
import { link } from '$lib/i18n/link';
import { askedOf, savePart } from '../save-part';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
	const { answers, notice } = await parent();
	if (!asksCircumstances(notice.rules)) redirect(303, link('/(applicant)/my/apply/[notice]/income', params));
	if (!answers.members?.length) redirect(303, link('/(applicant)/my/apply/[notice]/household', params));
	return { asked: askedOf(notice.rules, answers), members: answers.members };
};

export const actions = {
	default: async (event) => savePart(event, await event.request.formData(), 'circumstances', () => 'income')
} satisfies Actions;
