import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { asks } from '$lib/domain/ruleset/questions';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { residenceForm } from '$lib/server/requests/told/residence-form';
import { readSpans } from '$lib/server/requests/told/spans';
import { formOf, refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const { rules } = await formOf(event);
		const posted = await event.request.formData();
		const values = typed(posted);
		// Returns the form with one more row and all typed values. Saves nothing.
		if (posted.get('to') === 'add-span') return { errors: {}, values, problem: undefined, oneMore: true };
		const input = parseForm(residenceForm, posted);
		const { spans, errors } = readSpans((name) => String(posted.get(name) ?? '').trim());
		const asksSpans = asks([rules], 'earlierResidence');
		const wrong = { ...(input.ok ? {} : input.errors), ...(asksSpans ? errors : {}) };
		if (!input.ok || Object.keys(wrong).length > 0) return refused({ errors: wrong, values });
		const told = { ...input.data, earlierResidence: spans.length > 0 ? spans : undefined };
		const { residence } = answersOfTold(told, rules);
		return saveStep(event, (answers) => ({ ...answers, residence }), 'home', values);
	}
} satisfies Actions;
