import type { ListingAnswers, ListingStep } from '$lib/domain/matching/listing';
import { measureValues } from './access-form';
import { addressValues } from './address-form';
import { flatValues } from './flat-form';
import { rentValues } from './rent-step-form';

type Values = Readonly<Record<string, string | readonly string[]>>;

const valuesOf: Record<ListingStep, (answers: ListingAnswers) => Values> = {
	address: ({ address }) => addressValues(address),
	flat: ({ flat }) => flatValues(flat),
	access: ({ access }) => ({ ...measureValues(access?.measures), ...(access?.survey ? { survey: 'on' } : {}) }),
	rent: ({ rent }) => rentValues(rent)
};

/** The saved values of one step, as its form shows them. */
export const stepValues = (step: ListingStep, answers: ListingAnswers): Values => valuesOf[step](answers);
