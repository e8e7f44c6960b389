import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf, isPast } from '$lib/domain/calendar/deadline';
import { mayFollow } from '$lib/domain/changes/succession';
import { sizesThatFit } from '$lib/domain/eligibility/adequacy';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { objects } from '$lib/server/platform/objects/app';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { typedIn } from '$lib/server/platform/forms/typed-in';
import { attachToChange } from '$lib/server/requests/changes/attach-service';
import { changeOf, decisionForm, recordForm } from '$lib/server/requests/changes/change-form';
import { decideChange, readChangesOf } from '$lib/server/requests/changes/decide-service';
import { attachProblems, changeProblem } from '$lib/server/requests/changes/problems';
import { recordChange } from '$lib/server/requests/changes/tell-service';
import { questionsOf } from '$lib/server/requests/verification/questions';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { changeText } from '$lib/words/change-text';
import { documentOption } from '$lib/words/people/document-option';
import { readPaper } from './attach-form';
import { householdText } from './household-text';
import { termText } from '../term-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const found = await readChangesOf(db(), params.id, by, now());
	if (!found) error(404, m.check_unknown_request());
	if (found === 'closed') redirect(303, link('/(staff)/staff/requests/[id]', params));
	const { request, notice, erased, changes, members, declared } = found;
	const papers = (await papersOfRequest(db(), params.id, by, now()))?.kept ?? [];
	const people = [...declared, ...members];
	const ended = request.endedAt !== null || erased;
	const asked = (await questionsOf(db(), [params.id])).get(params.id) ?? [];
	return {
		request: { id: request.id, protocol: request.protocol, pseudonym: request.pseudonym },
		noticeTitle: inLanguage(notice.title),
		household: householdText(members.length, sizesThatFit(notice.rules, members.length)),
		...{ ended, canRecord: !ended && isPast(notice.closesAt, now()) },
		changes: changes.map((told) => ({
			...changeText(told, people),
			term: told.decided ? null : termText('decide-change', told.at, asked),
			isRecorded: told.channel !== null && request.accountId !== null,
			documents: papers.filter(({ id }) => told.documents.includes(id)),
			followers: told.change.kind === 'death' ? mayFollow(members, told.change, told.change.on) : []
		})),
		papers: papers.map(documentOption),
		...{ members, id: newId(), document: newId(), today: dayOf(now()) }
	};
};

type Values = Record<string, string | string[]>;
type Refusal = { errors: Record<string, string>; values: Values; problem?: string };

export const actions = {
	record: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(recordForm, form);
		if (!input.ok) return fail<Refusal>(422, input);
		const { id, text, documents, channel, on, evidence } = input.data;
		const change = { id, requestId: params.id, change: changeOf(input.data), text, documents };
		const told = { channel, on, evidence };
		const done = await transact((trx) => recordChange(trx, { ...change, told }, requireActor(locals), now()));
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: typedIn(form), problem: changeProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/changes', params));
	},
	attach: async (event) => {
		const upload = await uploadedForm(event, m.documents_error_total);
		if (!upload.ok) return fail<Refusal>(upload.status, { errors: { paper: upload.sentence }, values: {} });
		const read = await readPaper(upload.form);
		if (!read.ok) return fail<Refusal>(422, { errors: read.errors, values: read.values });
		const given = { requestId: event.params.id, ...read.paper };
		const done = await attachToChange({ transact, objects: objects() }, given, requireActor(event.locals), now());
		if (!done.ok)
			return fail<Refusal>(409, { errors: {}, values: read.values, problem: attachProblems[done.problem]() });
		redirect(303, link('/(staff)/staff/requests/[id]/changes', event.params));
	},
	decide: async ({ request, params, locals }) => {
		const form = await request.formData();
		const input = parseForm(decisionForm, form);
		if (!input.ok) return fail<Refusal>(422, input);
		const { change: id, outcome, reason: text, successor } = input.data;
		const decision = { requestId: params.id, id, outcome, text, successor };
		const done = await transact((trx) => decideChange(trx, decision, requireActor(locals), now()));
		if (!done.ok) return fail<Refusal>(409, { errors: {}, values: typedIn(form), problem: changeProblem(done) });
		redirect(303, link('/(staff)/staff/requests/[id]/changes', params));
	}
} satisfies Actions;
