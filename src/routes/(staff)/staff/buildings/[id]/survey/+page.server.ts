import { changePieces, erasePhoto, keepPhoto, loadSurvey, sendSurvey } from '../../../survey-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSurvey({ buildingId: event.params.id }, event);

export const actions = {
	survey: (event) => sendSurvey({ buildingId: event.params.id }, event),
	piece: changePieces,
	photo: (event) => keepPhoto({ buildingId: event.params.id }, event),
	erase: (event) => erasePhoto({ buildingId: event.params.id }, event)
} satisfies Actions;
