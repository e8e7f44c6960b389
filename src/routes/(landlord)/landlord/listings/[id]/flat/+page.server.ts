import { flatForm, flatValues } from '$lib/server/letting/listings/forms/flat-form';
import { carriedValues } from '$lib/server/letting/listings/carried';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	return { id, saved: flatValues(answers.flat), carried: carriedValues(event.url.searchParams) };
};

export const actions = { default: saveAnswers('flat', flatForm, 'access') } satisfies Actions;
