import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { relations } from '$lib/domain/household/choices';
import type { Member } from '$lib/domain/household/fact-parts';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { refused, saveStep } from '../save-step';
import type { Actions } from './$types';

const MOST = 15;

const member = z.object({
	relation: z.enum(relations, { error: () => m.apply_error_relation() }),
	birthDate: z.iso
		.date({ error: () => m.apply_error_birth_date() })
		.refine((day) => day >= '1900-01-01' && day <= dayOf(now()), { error: () => m.apply_error_birth_date() })
});

const membersOf = async (noticeId: string, locals: App.Locals) =>
	(await openDraft(db(), noticeId, requireActor(locals)))?.answers.members ?? [];

export const actions = {
	add: async (event) => {
		const input = parseForm(member, await event.request.formData());
		if (!input.ok) return refused(input);
		const before = await membersOf(event.params.notice, event.locals);
		const values = input.data;
		if (before.length >= MOST) return refused({ errors: { birthDate: m.apply_error_too_many() }, values });
		// The first person is always the applicant, whatever the form sends.
		const add = (members: readonly Member[]): readonly Member[] => {
			if (members.length === 0) return [{ id: 'm1', relation: 'applicant', birthDate: values.birthDate }];
			const id = `m${Math.max(...members.map((one) => Number(one.id.slice(1)))) + 1}`;
			const relation = values.relation === 'applicant' ? 'other' : values.relation;
			return [...members, { id, relation, birthDate: values.birthDate }];
		};
		return saveStep(event, (answers) => ({ ...answers, members: add(answers.members ?? []) }), 'household', values);
	},
	remove: async (event) => {
		const id = String((await event.request.formData()).get('id'));
		const without = (members: readonly Member[]) =>
			members.filter((one) => one.id !== id || one.relation === 'applicant');
		return saveStep(event, (answers) => ({ ...answers, members: without(answers.members ?? []) }), 'household', {});
	},
	next: async (event) => {
		const members = await membersOf(event.params.notice, event.locals);
		if (members.length === 0) return refused({ errors: { birthDate: m.apply_error_you_first() }, values: {} });
		return saveStep(event, (answers) => answers, 'residence', {});
	}
} satisfies Actions;
