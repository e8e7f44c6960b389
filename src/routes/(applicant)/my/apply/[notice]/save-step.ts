import { error, fail, redirect } from '@sveltejs/kit';
import type { Answers } from '$lib/domain/application/answers';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readForm, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import type { AskedAgain } from '$lib/server/platform/forms/doubtful';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { staleForm, staleOf, type Stale } from '$lib/server/platform/forms/two-tabs';
import { db, transact } from '$lib/server/platform/db/app';
import type { Step } from '$lib/words/request-steps';
import type { Saved } from './typed-values';

type Place = { readonly params: { readonly notice: string }; readonly locals: App.Locals };
type Values = Record<string, string | string[]>;
type Refusal = {
	errors: Record<string, string>;
	values: Values;
	problem: string | undefined;
	stale: ReturnType<typeof staleForm>['stale'] | undefined;
	doubts?: AskedAgain[];
};

/** A step that was not saved: the reason, and the typed values. */
export function refused(refusal: Omit<Refusal, 'problem' | 'stale'> & { problem?: string }) {
	return fail<Refusal>(422, { problem: undefined, stale: undefined, ...refusal });
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
	change: (answers: Answers) => Answers | null,
	next: Step | 'news',
	values: Values
) {
	const actor = requireActor(locals);
	const saved = await transact((trx) => saveAnswers(trx, params.notice, change, actor, now()));
	if (!saved.ok)
		return fail<Refusal>(409, { errors: {}, values, problem: applicationProblems[saved.problem](), stale: undefined });
	redirect(303, link(`/(applicant)/my/apply/[notice]/${next}`, { notice: params.notice }));
}

/**
 * Saves what one page asks and goes to `next`. `shown`: saved answers as the fields of that page. A form that was opened before another save of
 * these fields returns with both versions.
 */
export async function savePartOf(
	event: Place,
	posted: FormData,
	shown: (answers: Answers) => Saved,
	give: (answers: Answers) => Answers,
	next: Step | 'news'
) {
	const actor = requireActor(event.locals);
	const before = await openDraft(db(), event.params.notice, actor);
	let stale: Stale | undefined;
	const change = (answers: Answers) => {
		const changed = give(answers);
		stale = staleOf(posted, { saved: shown(answers), yours: shown(changed) });
		return stale ? null : changed;
	};
	const refused = await saveStep(event, change, next, typed(posted));
	if (!stale) return refused;
	const by = { name: null, at: before?.updatedAt ?? null };
	return fail<Refusal>(409, staleForm({ stale, by }));
}

/** The typed values, to show them again. */
export function typed(form: FormData): Values {
	return Object.fromEntries([...fieldsOf(form)].map(([name, values]) => [name, values.map(String)]));
}
