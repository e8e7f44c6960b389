import { accessForm, measureValues } from '$lib/server/letting/listings/forms/access-form';
import { stepValues } from '$lib/server/letting/listings/forms/step-values';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	const whole = stepValues('access', answers);
	return { id, whole, survey: answers.access?.survey ?? true, saved: measureValues(answers.access?.measures) };
};

export const actions = { default: saveAnswers('access', accessForm, 'rent') } satisfies Actions;
