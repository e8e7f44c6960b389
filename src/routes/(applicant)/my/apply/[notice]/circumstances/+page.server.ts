import { redirect } from '@sveltejs/kit';
import type { Answers } from '$lib/domain/application/answers';
import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { asks, asksCircumstances } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { link } from '$lib/i18n/link';
import { readCircumstances } from '$lib/server/requests/told/circumstances-form';
import { formOf, refused, saveStep, typed } from '../save-step';
import type { Actions, PageServerLoad } from './$types';

/** A household without a home has no home with barriers. */
const askedOf = (rules: RuleSet, answers: Answers) => ({
	disabilities: asks([rules], 'disabilities'),
	disabilityDetails: asks([rules], 'disabilityDetails'),
	homeHasBarriers: asks([rules], 'homeHasBarriers') && answers.home?.home.kind !== 'none',
	emergency: asks([rules], 'emergency')
});

export const load: PageServerLoad = async ({ params, parent }) => {
	const { answers, notice } = await parent();
	if (!asksCircumstances(notice.rules)) redirect(303, link('/(applicant)/my/apply/[notice]/income', params));
	if (!answers.members?.length) redirect(303, link('/(applicant)/my/apply/[notice]/household', params));
	return { asked: askedOf(notice.rules, answers), members: answers.members };
};

export const actions = {
	default: async (event) => {
		const { rules, answers } = await formOf(event);
		const values = typed(await event.request.formData());
		const read = readCircumstances(values, answers.members ?? [], true, askedOf(rules, answers));
		if (!read.ok) return refused({ errors: read.errors, values });
		const { circumstances } = answersOfTold({ ...read.facts, kind: answers.home?.home.kind }, rules);
		return saveStep(event, (saved) => ({ ...saved, circumstances }), 'income', values);
	}
} satisfies Actions;
