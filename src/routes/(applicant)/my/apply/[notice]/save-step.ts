import { error, fail, redirect } from '@sveltejs/kit';
import type { Answers } from '$lib/domain/application/answers';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readForm, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { db, transact } from '$lib/server/platform/db/app';
import type { Step } from './steps';

type Place = { readonly params: { readonly notice: string }; readonly locals: App.Locals };
type Values = Record<string, string | string[]>;
type Refusal = { errors: Record<string, string>; values: Values; problem: string | undefined };

/** A step that was not saved: the reason, and the typed values. */
export function refused(refusal: { errors: Record<string, string>; values: Values; problem?: string }) {
	return fail<Refusal>(422, { problem: undefined, ...refusal });
}

/** The rules of the notice, which decide what a step asks, and the answers so far. */
export async function formOf({ params, locals }: Place) {
	const form = await readForm(db(), params.notice, requireActor(locals), now());
	if (!form) error(404, m.notice_not_found());
	return { rules: form.notice.rules, answers: form.answers };
}

/** Saves some of the answers and goes to `next`. If refused, returns the reason and the typed values. */
export async function saveStep(
	{ params, locals }: Place,
	change: (answers: Answers) => Answers,
	next: Step,
	values: Values
) {
	const actor = requireActor(locals);
	const saved = await transact((trx) => saveAnswers(trx, params.notice, change, actor, now()));
	if (!saved.ok) return fail<Refusal>(409, { errors: {}, values, problem: applicationProblems[saved.problem]() });
	redirect(303, link(`/(applicant)/my/apply/[notice]/${next}`, { notice: params.notice }));
}

/** The typed values, to show them again. */
export function typed(form: FormData): Values {
	return Object.fromEntries([...fieldsOf(form)].map(([name, values]) => [name, values.map(String)]));
}
