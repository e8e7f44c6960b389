import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { forkRuleSet, importRuleSet } from '$lib/server/notices/rules/edit-service';
import { ruleSetProblems } from '$lib/server/notices/rules/problems';
import { readRuleSets } from '$lib/server/notices/rules/reading-service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	...(await readRuleSets(db())),
	writes: requireActor(locals).role === 'officer'
});

type Refusal = { errors: Record<string, string>; problem: string | undefined };
const refuse = (status: number, errors: Record<string, string>, problem?: string) =>
	fail<Refusal>(status, { errors, problem });

export const actions = {
	fork: async ({ request, locals }) => {
		const input = parseForm(z.object({ base: z.string().max(60) }), await request.formData());
		if (!input.ok) return refuse(422, {}, ruleSetProblems['not-found']());
		const by = requireActor(locals);
		const forked = await transact((trx) => forkRuleSet(trx, input.data.base, by, now()));
		if (!forked.ok) return refuse(409, {}, ruleSetProblems[forked.problem]());
		redirect(303, link('/(staff)/staff/rules/[id]', { id: forked.id }));
	},
	import: async ({ request, locals }) => {
		const upload = await uploadedForm({ request, locals }, m.rulesets_file_large);
		if (!upload.ok) return refuse(upload.status, { file: upload.sentence });
		const file = upload.form.get('file');
		if (!(file instanceof File) || file.name === '') return refuse(422, { file: m.rulesets_file_missing() });
		const text = await file.text();
		const by = requireActor(locals);
		const loaded = await transact((trx) => importRuleSet(trx, text, by, now()));
		if (loaded.ok) redirect(303, link('/(staff)/staff/rules/[id]', { id: loaded.id }));
		if (loaded.problem === 'not-allowed') return refuse(409, {}, ruleSetProblems[loaded.problem]());
		return refuse(422, placed(loaded.errors), m.rulesets_cannot_read());
	}
} satisfies Actions;

/** Each error with its place in the file, because the page has no field to point at. */
const placed = (errors: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(errors).map(([path, sentence]) => [path, path === 'file' ? sentence : `${path}: ${sentence}`])
	);
