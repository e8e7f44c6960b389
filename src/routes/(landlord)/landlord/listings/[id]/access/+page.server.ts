import { accessForm, measureValues } from '$lib/server/letting/listings/forms/access-form';
import { stepVersion } from '$lib/domain/matching/step-version';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	const version = stepVersion(answers, 'access');
	return { id, version, survey: answers.access?.survey ?? true, saved: measureValues(answers.access?.measures) };
};

export const actions = { default: saveAnswers('access', accessForm, 'rent') } satisfies Actions;
