import { flatForm, flatValues } from '$lib/server/letting/listings/forms/flat-form';
import { stepVersion } from '$lib/domain/matching/step-version';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	return { id, version: stepVersion(answers, 'flat'), saved: flatValues(answers.flat) };
};

export const actions = { default: saveAnswers('flat', flatForm, 'access') } satisfies Actions;
