import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import type { Actor } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { revision } from '$lib/server/platform/forms/fields';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, formOfValues, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import {
	approveRuleSet,
	discardRuleSet,
	proposeRuleSet,
	returnRuleSet
} from '$lib/server/notices/rules/approval-service';
import { changeRuleSet } from '$lib/server/notices/rules/edit-service';
import { editorOf, editorValues } from '$lib/server/notices/rules/editor-fields';
import { placeText } from '$lib/server/notices/rules/labels';
import { ruleSetProblems } from '$lib/server/notices/rules/problems';
import { readEdited } from '$lib/server/notices/rules/read-edited';
import { readableRules } from '$lib/server/notices/rules/readable-rules';
import { readRuleSet } from '$lib/server/notices/rules/reading-service';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await readRuleSet(db(), params.id, requireActor(locals));
	if (!found) error(404, m.rulesets_unknown());
	const editor = found.may.edit ? editorOf(found.rules) : null;
	return { ...found, editor, saved: editor && editorValues(editor), readable: readableRules(found.rules) };
};

type Refusal = {
	errors: Record<string, string>;
	problem: string | undefined;
	editor: ReturnType<typeof editorOf> | undefined;
	reason: string;
	values: ReturnType<typeof postedValues>;
	stale: ReturnType<typeof staleForm>['stale'] | undefined;
};
const refuse = (status: number, refusal: Partial<Refusal>) =>
	fail<Refusal>(status, {
		errors: {},
		problem: undefined,
		editor: undefined,
		reason: '',
		values: {},
		stale: undefined,
		...refusal
	});

const which = z.object({ revision });
const withReason = which.extend({ reason: z.string().max(500).default('') });

/** An act on the version that the person read. The same page then shows the result. */
async function decide(
	{ request, params, locals }: RequestEvent,
	act: (
		which: z.output<typeof withReason> & { id: string },
		by: Actor
	) => Promise<{ ok: true } | { ok: false; problem: keyof typeof ruleSetProblems }>
) {
	const input = parseForm(withReason, await request.formData());
	if (!input.ok) return refuse(422, { problem: m.form_not_read() });
	const done = await act({ ...input.data, id: params.id }, requireActor(locals));
	if (done.ok) redirect(303, link('/(staff)/staff/rules/[id]', params));
	const problem = ruleSetProblems[done.problem]();
	const { reason } = input.data;
	return done.problem === 'reason-missing'
		? refuse(422, { errors: { reason: problem } })
		: refuse(409, { problem, reason });
}

export const actions = {
	save: async ({ request, params, locals }) => {
		const form = await request.formData();
		chooseVersions(form);
		const rules = readEdited(form);
		const editor = editorOf(rules);
		const by = requireActor(locals);
		const done = await transact(async (trx) => {
			const found = await readRuleSet(trx, params.id, by);
			const versions = found && { saved: editorValues(editorOf(found.rules)), yours: editorValues(editor) };
			const stale = versions && staleOf(form, versions);
			if (stale) return { stale, by: await lastSave(trx, { type: 'rule_set', id: params.id }, by) };
			const revision = found?.revision ?? 0;
			return { saved: await changeRuleSet(trx, { id: params.id, revision, rules }, by, now()) };
		});
		if (done.stale) {
			const both = editorOf(readEdited(formOfValues(done.stale.values)));
			return refuse(409, { ...staleForm(done), editor: both });
		}
		const { saved } = done;
		if (saved.ok) redirect(303, link('/(staff)/staff/rules/[id]', params));
		const values = postedValues(form);
		if (saved.problem !== 'wrong-values')
			return refuse(409, { problem: ruleSetProblems[saved.problem](), editor, values });
		const errors = Object.entries(saved.errors).map(([path, sentence]) => [path, `${placeText(path)}. ${sentence}`]);
		return refuse(422, { errors: Object.fromEntries(errors) as Record<string, string>, editor, values });
	},
	propose: (event) => decide(event, (which, by) => transact((trx) => proposeRuleSet(trx, which, by, now()))),
	approve: (event) => decide(event, (which, by) => transact((trx) => approveRuleSet(trx, which, by, now()))),
	return: (event) => decide(event, (which, by) => transact((trx) => returnRuleSet(trx, which, by, now()))),
	discard: (event) => decide(event, (which, by) => transact((trx) => discardRuleSet(trx, which, by, now())))
} satisfies Actions;
