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
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { typedIn } from '$lib/server/platform/forms/typed-in';
import { changeOf, decisionForm, recordForm } from '$lib/server/requests/changes/change-form';
import { decideChange, readChangesOf } from '$lib/server/requests/changes/decide-service';
import { changeProblem } from '$lib/server/requests/changes/problems';
import { recordChange } from '$lib/server/requests/changes/tell-service';
import { questionsOf } from '$lib/server/requests/verification/questions';
import { papersOfRequest } from '$lib/server/requests/papers/service';
import { changeText } from '$lib/words/change-text';
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
			documents: papers.filter(({ id }) => told.documents.includes(id)),
			followers: told.change.kind === 'death' ? mayFollow(members, told.change, told.change.on) : []
		})),
		...{ members, id: newId(), today: dayOf(now()) }
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
