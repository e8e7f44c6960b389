import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { controlOutcomes } from '$lib/domain/controls/control';
import { factNames, type FactName } from '$lib/domain/household/facts';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { acceptFacts } from '$lib/server/requests/verification/check-service';
import { endControl, readControl } from '$lib/server/requests/controls/control-service';
import { controlProblem } from '$lib/server/requests/controls/problems';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { checkProblem } from '$lib/server/requests/verification/problems';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { reasonText } from '$lib/words/rules/requirement-reasons';
import { requirementName } from '$lib/words/rules/requirement-words';
import { standingName } from '$lib/words/verification-text';
import { comparedPoints } from '$lib/words/rules/compared-points';
import { controlText } from './control-text';
import { rowText, storyText } from './checklist-text';
import { evidenceFields } from './evidence-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const list = await readChecklist(db(), params.id, by, now());
	if (!list) error(404, m.check_unknown_request());
	if (list === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', params));
	const papers = (await papersOfRequest(db(), params.id, by, now())) ?? error(404, m.check_unknown_request());
	const rows = list.rows.map((row) => rowText(list, row, papers));
	return {
		request: list.request,
		noticeTitle: inLanguage(list.notice.title),
		control: controlText(await readControl(db(), params.id, by)),
		noticeId: list.notice.id,
		ended: list.ended,
		erased: list.erased,
		synthetic: list.synthetic,
		standing: list.standing,
		standingText: standingName[list.standing](),
		failures: list.failures.map((one) => `${requirementName(one.requirement)}. ${reasonText(one)}`),
		needed: rows.filter((row) => row.needed || row.state !== 'open'),
		rest: rows.filter((row) => !row.needed && row.state === 'open'),
		points: comparedPoints(list.score, list.rows),
		story: storyText(list)
	};
};

/** A ticked fact, with the version that the page showed: `iseeCents:3`. */
const ticked = z.string().transform((text, context): { fact: FactName; seen: number } => {
	const [name, seen] = text.split(':');
	const fact = factNames.find((one) => one === name);
	if (fact && /^\d{1,6}$/.test(seen ?? '')) return { fact, seen: Number(seen) };
	context.addIssue({ code: 'custom', message: m.check_not_asked() });
	return z.NEVER;
});
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

const choose = () => m.check_facts_error();
const acceptForm = z.object({
	facts: z.union([ticked.transform((one) => [one]), z.array(ticked).min(1, { error: choose })], { error: choose }),
	...evidenceFields
});

const controlForm = z.object({ outcome: z.enum(controlOutcomes, { error: () => m.control_result_error() }) });

export const actions = {
	/** Accepts several facts that one document or one register shows. */
	accept: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(acceptForm, form);
		const chosen = form.getAll('facts').map(String);
		if (!input.ok) return fail<Refusal>(422, { errors: input.errors, values: { ...input.values, facts: chosen } });
		const { facts, ...evidence } = input.data;
		const asked = { id: params.id, facts, evidence };
		const done = await transact((trx) => acceptFacts(trx, asked, requireActor(locals), now()));
		if (!done.ok)
			return fail<Refusal>(409, { errors: {}, values: { ...evidence, facts: chosen }, problem: checkProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/check', params));
	},
	/** Ends the control for which the request was drawn. */
	control: async ({ request, params, locals }) => {
		const input = parseForm(controlForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const done = await transact((trx) =>
			endControl(trx, { id: params.id, ...input.data }, requireActor(locals), now())
		);
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: input.data, problem: controlProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/check', params));
	}
} satisfies Actions;
