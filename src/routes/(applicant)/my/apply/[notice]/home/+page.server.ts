import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { asks } from '$lib/domain/ruleset/questions';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { homeForm } from '$lib/server/requests/told/home-form';
import { formOf, refused, saveStep, typed } from '../save-step';
import { besideIncome } from '../steps';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const { rules } = await formOf(event);
		const posted = await event.request.formData();
		const input = parseForm(homeForm(true, { shared: asks([rules], 'shared') }), posted);
		if (!input.ok) return refused(input);
		const { home } = answersOfTold(input.data, rules);
		return saveStep(event, (answers) => ({ ...answers, home }), besideIncome(rules, 'income'), typed(posted));
	}
} satisfies Actions;
