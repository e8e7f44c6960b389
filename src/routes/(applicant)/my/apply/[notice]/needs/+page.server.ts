import { z } from 'zod';
import { needNames, needsOf, type HealthFacts } from '$lib/domain/accessibility/needs';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { ticked } from '../fields';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

const some = ticked(needNames);
const needs = z
	.object({ moving: some, helped: some, senses: some, nearby: some, severeDisability: z.string().optional() })
	.transform(({ moving, helped, senses, nearby, severeDisability }): HealthFacts => ({
		needs: needsOf([...moving, ...helped, ...senses, ...nearby]),
		severeDisability: severeDisability === 'on'
	}));

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(needs, posted);
		if (!input.ok) return refused(input);
		return saveStep(event, (answers) => ({ ...answers, needs: input.data }), 'dwellings', typed(posted));
	}
} satisfies Actions;
