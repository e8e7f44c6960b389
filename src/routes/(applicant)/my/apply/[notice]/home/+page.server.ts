import { savePart } from '../save-part';
import { besideIncome } from '$lib/words/request-steps';
import type { Actions } from './$types';

export const actions = {
	default: async (event) =>
		savePart(event, await event.request.formData(), 'home', (rules) => besideIncome(rules, 'income'))
} satisfies Actions;
