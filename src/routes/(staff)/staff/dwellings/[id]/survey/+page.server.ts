import { erasePhoto, keepPhoto, loadSurvey, sendSurvey } from '../../../survey-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSurvey({ dwellingId: event.params.id }, event);

export const actions = {
	survey: (event) => sendSurvey({ dwellingId: event.params.id }, event),
	photo: (event) => keepPhoto({ dwellingId: event.params.id }, event),
	erase: (event) => erasePhoto({ dwellingId: event.params.id }, event)
} satisfies Actions;
