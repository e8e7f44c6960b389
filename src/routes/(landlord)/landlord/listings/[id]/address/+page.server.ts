import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { addressForm } from '$lib/server/letting/listings/forms/address-form';
import { stepVersion } from '$lib/domain/matching/step-version';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { answers } = await ownDraft(event);
	const { address } = answers;
	const saved: Record<string, string> = address
		? { ...address, unit: address.unit ?? '', zone: String(address.zone) }
		: {};
	return { version: stepVersion(answers, 'address'), saved, zones: milan2023.zones.map(({ zone }) => zone) };
};

export const actions = { default: saveAnswers('address', addressForm, 'flat') } satisfies Actions;
