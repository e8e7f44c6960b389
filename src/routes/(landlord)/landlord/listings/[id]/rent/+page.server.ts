import { milanSupport } from '$lib/domain/rent/agency-support';
import { rentStepForm, rentValues } from '$lib/server/letting/listings/forms/rent-step-form';
import { rangeOf } from '$lib/server/letting/listings/service';
import { carriedValues } from '$lib/server/letting/listings/carried';
import { ownDraft } from '../own-listing';
import { saveAnswers } from '../save-answers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, answers } = await ownDraft(event);
	// The range for the simplest contract. The save computes it again with the chosen values.
	const estimate = rangeOf({ ...answers, rent: undefined });
	return {
		id,
		saved: rentValues(answers.rent),
		carried: carriedValues(event.url.searchParams),
		estimate: estimate?.ok ? estimate : null,
		support: milanSupport,
		years: answers.rent?.years ?? 3
	};
};

export const actions = { default: saveAnswers('rent', rentStepForm, 'check') } satisfies Actions;
