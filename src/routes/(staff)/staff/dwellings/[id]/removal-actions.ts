import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { removalProblem } from '$lib/server/letting/removals/problems';
import {
	confirmRemoval,
	dismissRemoval,
	endRemoval,
	proposeRemoval,
	type RemovalProblem
} from '$lib/server/letting/removals/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { removalForm, whichRemoval } from './removal-form';

type Event = RequestEvent<{ id: string }>;

const page = (id: string, done: string): string => `${link('/(staff)/staff/dwellings/[id]', { id })}?${done}`;

const refused = (problem: RemovalProblem, values: Record<string, string | string[]> = {}) =>
	fail(409, { errors: {} as Record<string, string>, values, problem: removalProblem(problem) });

/** The acts by which a home leaves, waits for a second person, stays, or can be given again. */
export const removalActions = {
	remove: async ({ request, params, locals }: Event) => {
		const input = parseForm(removalForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const { kind, happenedOn: on, reason } = input.data;
		const by = requireActor(locals);
		const act = { dwellingId: params.id, kind, on, reason };
		const done = await transact((trx) => proposeRemoval(trx, act, by, now()));
		if (!done.ok) return refused(done, { kind, happenedOn: on, reason });
		redirect(303, page(params.id, done.done ? 'removed' : 'removal=waits'));
	},
	confirmRemoval: async ({ request, params, locals }: Event) => {
		const { removal: id } = whichRemoval.parse(Object.fromEntries(await request.formData()));
		const by = requireActor(locals);
		const done = await transact((trx) => confirmRemoval(trx, { dwellingId: params.id, id }, by, now()));
		if (!done.ok) return refused(done);
		redirect(303, page(params.id, `removed&told=${done.told}`));
	},
	dismissRemoval: async ({ request, params, locals }: Event) => {
		const { removal: id } = whichRemoval.parse(Object.fromEntries(await request.formData()));
		const by = requireActor(locals);
		const done = await transact((trx) => dismissRemoval(trx, { dwellingId: params.id, id }, by, now()));
		if (!done.ok) return refused(done);
		redirect(303, page(params.id, 'removal=dismissed'));
	},
	endRemoval: async ({ request, params, locals }: Event) => {
		const { removal: id } = whichRemoval.parse(Object.fromEntries(await request.formData()));
		const by = requireActor(locals);
		const done = await transact((trx) => endRemoval(trx, { dwellingId: params.id, id }, by, now()));
		if (!done.ok) return refused(done);
		redirect(303, page(params.id, 'removal=ended'));
	}
};
