import { z } from 'zod';
import { needNames, needsOf, type HealthFacts } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { withConfirmed } from '$lib/domain/application/carried';
import { withPart } from '$lib/domain/application/people';
import { asksSevereWithNeeds } from '$lib/domain/ruleset/questions';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { chooseVersions } from '$lib/server/platform/forms/two-tabs';
import { ticked } from '../fields';
import { partFields } from '../part-fields';
import { formOf, refused, savePartOf } from '../save-step';
import type { Actions } from './$types';

const some = ticked(needNames);
const needsForm = z
	.object({ moving: some, helped: some, senses: some, nearby: some, severeDisability: z.string().optional() })
	.transform(({ moving, helped, senses, nearby, severeDisability }): HealthFacts => ({
		needs: needsOf([...moving, ...helped, ...senses, ...nearby]),
		severeDisability: severeDisability === 'on'
	}));

const shown = (answers: Answers) => partFields('needs', answers);

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		chooseVersions(posted);
		const input = parseForm(needsForm, posted);
		if (!input.ok) return refused(input);
		const { rules } = await formOf(event);
		const severeDisability = asksSevereWithNeeds(rules) && input.data.severeDisability;
		const needs = { ...input.data, severeDisability };
		const change = (answers: Answers) => withPart(withConfirmed(answers, 'needs'), 'needs', needs);
		return savePartOf(event, posted, shown, change, 'dwellings');
	}
} satisfies Actions;
