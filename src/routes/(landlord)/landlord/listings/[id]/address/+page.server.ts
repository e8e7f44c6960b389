import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { addressForm, addressValues } from '$lib/server/letting/listings/forms/address-form';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { answers } = await ownDraft(event);
	return { saved: addressValues(answers.address), zones: milan2023.zones.map(({ zone }) => zone) };
};

export const actions = { default: saveAnswers('address', addressForm, 'flat') } satisfies Actions;
