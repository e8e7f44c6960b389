import { z } from 'zod';
import { needNames, noNeeds, type HealthFacts } from '$lib/domain/accessibility/needs';
import { parseForm } from '$lib/server/forms/parse-form';
import { ticked } from '../fields';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

const needs = z
	.object({ needs: ticked(needNames), severeDisability: z.string().optional() })
	.transform((given): HealthFacts => ({
		needs: { ...noNeeds, ...Object.fromEntries(given.needs.map((need) => [need, true])) },
		severeDisability: given.severeDisability === 'on'
	}));

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(needs, posted);
		if (!input.ok) return refused(input);
		return saveStep(event, (answers) => ({ ...answers, needs: input.data }), 'dwellings', typed(posted));
	}
} satisfies Actions;
