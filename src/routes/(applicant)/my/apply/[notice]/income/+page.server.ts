import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { incomeForm } from '$lib/server/requests/told/income-form';
import { formOf, refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const { rules } = await formOf(event);
		const posted = await event.request.formData();
		const input = parseForm(incomeForm(true), posted);
		if (!input.ok) return refused(input);
		const { income } = answersOfTold(input.data, rules);
		return saveStep(event, (answers) => ({ ...answers, income }), 'needs', typed(posted));
	}
} satisfies Actions;
