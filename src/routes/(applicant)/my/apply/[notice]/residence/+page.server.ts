import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { parseForm } from '$lib/server/forms/parse-form';
import { residenceForm } from '$lib/server/forms/told/residence-form';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(residenceForm, posted);
		if (!input.ok) return refused(input);
		const { residence } = answersOfTold(input.data);
		return saveStep(event, (answers) => ({ ...answers, residence }), 'home', typed(posted));
	}
} satisfies Actions;
