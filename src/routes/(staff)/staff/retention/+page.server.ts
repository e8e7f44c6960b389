import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { retentionProblems } from '$lib/server/desk/retention/problems';
import {
	decideRetention,
	proposeRetention,
	readRetention,
	type RetentionDone
} from '$lib/server/desk/retention/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { endedText, kindText, openText } from './retention-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const by = requireActor(locals);
	const { kinds, open, ended } = await readRetention(db(), now());
	return {
		decides: by.role === 'manager',
		some: kinds.some(({ count }) => count > 0),
		kinds: kinds.map(kindText),
		open: open && openText(open, by.id),
		ended: ended.map(endedText)
	};
};

const decideForm = z.object({
	run: z.string({ error: () => m.retention_problem_gone() }).max(64, { error: () => m.retention_problem_gone() }),
	outcome: z.enum(['confirmed', 'withdrawn'], { error: () => m.retention_problem_gone() })
});

function answer(done: RetentionDone) {
	if (!done.ok) return fail(409, { problem: retentionProblems[done.problem]() });
	redirect(303, link('/(staff)/staff/retention'));
}

export const actions = {
	propose: async ({ locals }) => answer(await transact((trx) => proposeRetention(trx, requireActor(locals), now()))),
	decide: async ({ request, locals }) => {
		const input = parseForm(decideForm, await request.formData());
		if (!input.ok) return fail(422, { problem: m.retention_problem_gone() });
		const { run: id, outcome } = input.data;
		return answer(await transact((trx) => decideRetention(trx, { id, outcome }, requireActor(locals), now())));
	}
} satisfies Actions;
