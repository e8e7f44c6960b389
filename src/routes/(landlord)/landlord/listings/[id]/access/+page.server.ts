import { accessForm, measureValues } from '$lib/server/landlords/forms/access-form';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	return { id, survey: answers.access?.survey ?? true, saved: measureValues(answers.access?.measures) };
};

export const actions = { default: saveAnswers('access', accessForm, 'rent') } satisfies Actions;
