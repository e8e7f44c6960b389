import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { parseForm } from '$lib/server/forms/parse-form';
import { homeForm } from '$lib/server/forms/told/home-form';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(homeForm(true, { shared: false }), posted);
		if (!input.ok) return refused(input);
		const { home } = answersOfTold(input.data);
		return saveStep(event, (answers) => ({ ...answers, home }), 'income', typed(posted));
	}
} satisfies Actions;
