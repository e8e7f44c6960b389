import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { allowedInSubject, neededIn, type MessageText } from '$lib/domain/messages/message-text';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { isLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { exampleOf } from '$lib/server/people/message-texts/example';
import { textErrors } from '$lib/server/people/message-texts/problems';
import * as texts from '$lib/server/people/message-texts/service';
import { allows } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { languageName } from '../../names';
import type { Actions, PageServerLoad, RouteParams } from './$types';

function placeOf({ template, language }: RouteParams) {
	if (!texts.isTemplate(template) || !isLocale(language)) error(404, m.messages_unknown());
	return { template, locale: language };
}

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const place = placeOf(params);
	const { current, builtIn, known, open, history, since, outdated } = await texts.readText(db(), place);
	const by = requireActor(locals);
	const example = exampleOf(current, place.locale);
	const others = (await texts.readEveryLanguage(db(), place.template))
		.filter(({ locale }) => locale !== place.locale)
		.map(({ locale, text }) => ({ language: languageName(locale), ...exampleOf(text, locale) }));
	const needed = neededIn(builtIn);
	return {
		...{ current, example, others, since, outdated, form: newId(), language: languageName(place.locale) },
		locale: place.locale,
		placeholders: known.map((name) => ({ name, needed: needed.includes(name) })),
		inSubject: allowedInSubject(known),
		open: open && {
			...{ id: open.id, by: open.proposedBy, at: open.proposedAt },
			example: exampleOf(open.text === null ? builtIn : { subject: open.subject!, text: open.text }, place.locale),
			isBuiltIn: open.text === null,
			mayApprove: allows(by, 'manager') && open.proposedById !== by.id,
			mayRefuse: allows(by, 'manager') || open.proposedById === by.id
		},
		history: history.map(({ id, subject, outcome, proposedBy, decidedBy, decidedAt }) => ({
			...{ id, subject, approved: outcome === 'approved', by: proposedBy, decidedBy: decidedBy!, at: decidedAt! }
		})),
		done: url.searchParams.has('done')
	};
};

const words = z.string({ error: () => m.form_not_read() }).max(10_000, { error: () => m.form_not_read() });
const wordsForm = z.object({
	id: z.uuid({ error: () => m.form_not_read() }),
	subject: words,
	// A browser sends the end of a line as two signs.
	text: words.transform((text) => text.replaceAll('\r\n', '\n'))
});
const idForm = z.object({ id: z.uuid({ error: () => m.form_not_read() }) });

type Values = Record<string, string | string[]>;
type Refusal = { errors: Record<string, string>; values: Values; problem?: string };
const refused = (status: number, values: Values, problem?: string, errors: Record<string, string> = {}) =>
	fail<Refusal>(status, { errors, values, ...(problem && { problem }) });

const done = (params: RouteParams): never =>
	redirect(303, `${link('/(staff)/staff/messages/[template]/[language]', params)}?done`);

const proposalProblems = {
	'not-allowed': m.message_texts_not_allowed,
	waits: m.message_texts_other_waits,
	same: m.message_texts_same,
	gone: m.message_texts_used
};
const decisionProblems = {
	'not-allowed': m.message_texts_not_allowed,
	own: m.message_texts_own,
	gone: m.message_texts_gone,
	outdated: m.message_texts_outdated
};

async function propose(params: RouteParams, id: string, text: MessageText | null, values: Values, locals: App.Locals) {
	const place = placeOf(params);
	const by = requireActor(locals);
	const result = await transact((trx) => texts.proposeText(trx, { ...place, id, text }, by, now()));
	if (result.ok) return done(params);
	if (result.problem === 'text') return refused(422, values, undefined, textErrors(result.problems));
	// The words come back without the id, which was used: the page gives them a new one.
	const { id: _used, ...typed } = values;
	return refused(409, result.problem === 'gone' ? typed : values, proposalProblems[result.problem]());
}

async function decide(request: Request, params: RouteParams, outcome: 'approved' | 'refused', locals: App.Locals) {
	placeOf(params);
	const input = parseForm(idForm, await request.formData());
	if (!input.ok) return refused(422, input.values, undefined, input.errors);
	const by = requireActor(locals);
	const result = await transact((trx) => texts.decideText(trx, { id: input.data.id, outcome }, by, now()));
	return result.ok ? done(params) : refused(409, {}, decisionProblems[result.problem]());
}

export const actions = {
	/** Writes nothing: the words come back as a reader would get them. */
	preview: async ({ request, params }) => {
		const place = placeOf(params);
		const input = parseForm(wordsForm, await request.formData());
		if (!input.ok) return refused(422, input.values, undefined, input.errors);
		const errors = textErrors(texts.checkText(place, input.data));
		if (Object.keys(errors).length > 0) return refused(422, input.data, undefined, errors);
		return { preview: exampleOf(input.data, place.locale), values: input.data };
	},
	propose: async ({ request, params, locals }) => {
		const input = parseForm(wordsForm, await request.formData());
		if (!input.ok) return refused(422, input.values, undefined, input.errors);
		const { id, subject, text } = input.data;
		return propose(params, id, { subject, text }, input.data, locals);
	},
	back: async ({ request, params, locals }) => {
		const input = parseForm(idForm, await request.formData());
		if (!input.ok) return refused(422, input.values, undefined, input.errors);
		return propose(params, input.data.id, null, {}, locals);
	},
	approve: ({ request, params, locals }) => decide(request, params, 'approved', locals),
	refuse: ({ request, params, locals }) => decide(request, params, 'refused', locals)
} satisfies Actions;
